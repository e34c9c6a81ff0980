"""The judgement of HTML pages, block by block."""
