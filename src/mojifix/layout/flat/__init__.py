"""Text without marks in lines, and what their form tells."""
