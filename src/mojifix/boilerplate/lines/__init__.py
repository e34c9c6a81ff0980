"""The judgement of flat pages, line by line."""
