"""The colour profile is sRGB as others understand it."""

from io import BytesIO

from PIL import Image, ImageCms

from foraldraskolan.pdf.srgb import NAME, srgb_profile


def test_the_profile_changes_no_colour() -> None:
    """A reader that knows sRGB shows every colour as it is written."""
    ours = ImageCms.ImageCmsProfile(BytesIO(srgb_profile()))
    every = Image.frombytes("RGB", (4096, 1), bytes(v * 17 for i in range(4096) for v in (i >> 8, i >> 4 & 15, i & 15)))
    shown = ImageCms.profileToProfile(every, ours, ImageCms.createProfile("sRGB"))
    assert shown is not None
    assert max(abs(a - b) for a, b in zip(every.tobytes(), shown.tobytes(), strict=True)) <= 1
    assert ImageCms.getProfileDescription(ours).strip() == NAME
