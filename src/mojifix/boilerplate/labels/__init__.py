"""What short texts say they are: share buttons, bylines, dates, tags, links to the next page."""
