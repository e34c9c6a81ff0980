"""Inside the engines that spread work over machines: they hand out batches, mojifix cleans them."""
