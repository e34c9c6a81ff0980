"""Pages inside something else: the entries of a feed, the body of a message.

>>> feed_page("<rss><channel><title>Notices</title></channel></rss>")
'<title>Notices</title><h1>Notices</h1>'
>>> body_of(b"MIME-Version: 1.0\\nContent-Type: text/plain\\n\\nThe crane is back.").data
b'The crane is back.'
"""

from mojifix.layout.wrapped.feed import feed_page
from mojifix.layout.wrapped.message import Body, body_of

__all__ = ["Body", "body_of", "feed_page"]
