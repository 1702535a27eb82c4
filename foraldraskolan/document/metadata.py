"""What a file says of itself."""

from datetime import datetime

from foraldraskolan.record import record


@record
class Metadata:
    """Title, language tag, subject, and the moment that stands for when the file was made."""

    title: str
    language: str
    subject: str
    made: datetime
