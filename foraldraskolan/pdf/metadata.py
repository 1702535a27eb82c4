"""What a file says of itself: the information dictionary and XMP (PDF/UA-1, 7.1), no word about who made it."""

from html import escape

from foraldraskolan.document.metadata import Metadata
from foraldraskolan.pdf.objects import text_string

PRODUCER = "Föräldraskolan"


def information(metadata: Metadata) -> str:
    """Return the information dictionary (ISO 32000-1, 14.3.3)."""
    moment = metadata.made.strftime("(D:%Y%m%d%H%M%SZ)")
    return (
        f"<< /Title {text_string(metadata.title)} /Subject {text_string(metadata.subject)} "
        f"/Creator {text_string(PRODUCER)} /Producer {text_string(PRODUCER)} "
        f"/CreationDate {moment} /ModDate {moment} >>"
    )


def xmp(metadata: Metadata) -> bytes:
    """Return the XMP packet, which identifies the file as PDF/UA-1."""
    moment = metadata.made.strftime("%Y-%m-%dT%H:%M:%SZ")
    title, subject, language = (
        escape(each, quote=False) for each in (metadata.title, metadata.subject, metadata.language)
    )
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li>\
<rdf:li xml:lang="{language}">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>""".encode()
