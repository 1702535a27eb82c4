"""Subject, text and HTML -> an .eml draft that Outlook and Thunderbird open as a message not yet sent."""

from email.errors import HeaderParseError
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from hashlib import sha256

from foraldraskolan.characters import without_controls
from foraldraskolan.problems import Problem, ProblemsFound, message
from foraldraskolan.record import record


class _Policy(EmailPolicy):
    """Folds a subject into encoded words of RFC 2047 that keep every space, which Python's own folding may lose."""

    def fold_binary(self, name: str, value: str) -> bytes:
        """Return a header in ASCII, in lines of at most 76 characters."""
        if name.casefold() != "subject" or str(value).isascii():
            return super().fold_binary(name, value)
        words = Header(str(value), "utf-8", header_name=name).encode(linesep=self.linesep)
        return f"{name}: {words}{self.linesep}".encode("ascii")


# Nothing on the way to the reader has to know more than ASCII in lines of 76 characters.
_POLICY = _Policy(linesep="\r\n", cte_type="7bit")


@record
class Attachment:
    """A PDF that goes with a message; a file name of other characters than ASCII is written as RFC 2231 says."""

    name: str
    data: bytes


def draft(
    subject: str,
    language: str,
    text: str,
    html: str,
    to: tuple[tuple[str, str], ...] = (),
    sender: str = "",
    attachment: Attachment | None = None,
) -> bytes:
    """Return a message of RFC 5322 with both texts, to people given as name and address, the same bytes each time.

    `language` is a BCP 47 tag. There is no date, no id and no sender but the one that is given: who sends it adds them.
    Raise ProblemsFound if an address is none.
    """
    mail = EmailMessage(policy=_POLICY)
    mail["Subject"] = _one_line(subject)
    if sender:
        mail["From"] = _address("", sender)
    if to:
        mail["To"] = [_address(name, address) for name, address in to]
    mail["X-Unsent"] = "1"  # the sign of a draft
    mail.set_content(text)
    mail.add_alternative(html, subtype="html")
    for part in mail.iter_parts():
        part["Content-Language"] = language
    # Python draws boundaries by lot; "=_" stands in no body, as base64 and quoted-printable write them.
    mark = sha256(b"".join((text.encode(), html.encode(), attachment.data if attachment else b""))).hexdigest()[:32]
    mail.set_boundary(f"=_{mark}_texts")
    if attachment is not None:
        mail.add_attachment(attachment.data, "application", "pdf", filename=_one_line(attachment.name))
        mail.set_boundary(f"=_{mark}_parts")
    mail["Content-Language"] = language
    return mail.as_bytes()


def _one_line(text: str) -> str:
    """Return a text without control characters and line ends, so that it can be the value of one header alone."""
    shown = without_controls(text, " ")
    # What looks like an encoded word of RFC 2047 would be decoded on its way, into a line end if its writer wants one.
    return " ".join(shown.replace("=?", "= ?").split())


def _address(name: str, address: str) -> Address:
    """Return a person's address; what is wrong with it is said without it, because it may be protected."""
    try:
        local, at, domain = address.rpartition("@")
        # A domain in any script has a spelling in ASCII (RFC 5890), which every mail program takes.
        spelled = f"{local}{at}{domain.encode('idna').decode('ascii')}" if domain.isprintable() else address
        if not (spelled.isascii() and spelled.isprintable()):
            raise ValueError
        parsed = Address(_one_line(name), addr_spec=spelled)
        if not (parsed.username and parsed.domain):
            raise ValueError
    except (ValueError, IndexError, HeaderParseError) as error:
        # The parser fails in ways of its own on what is no address at all.
        what = message("En e-postadress går inte att använda.")
        raise ProblemsFound([Problem(what, message("Skriv adressen som namn@skolan.se."))]) from error
    return parsed
