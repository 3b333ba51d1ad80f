"""Texts that somebody may type or send to reach a file, a server or a script through a handbook.

`{file}` stands for the address of a file that no handbook may hold, `{server}` for an address at
which somebody listens. Some are refused with a sentence, some are printed as the words they are.
"""

from __future__ import annotations

ADDRESSES = (
    *("{file}", "{server}/x.png", "//{host}/x", "\\\\{host}\\share", "smb://{host}/x"),
    *("ftp://{host}/x", "data:text/html,<script>x</script>", "javascript:app.alert(1)"),
    *("JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "&#106;avascript:alert(1)", "vbscript:x"),
    *("ms-word:ofe|u|{server}", "asset:../../etc/passwd", "asset:font", "//{host}@{host}/x"),
)
"""Addresses that lead somewhere."""

SHAPES = (
    *("[x]({0})", "![x]({0})", "<{0}>", "[x][1]\n\n[1]: {0}", "![x][1]\n\n[1]: {0} 'title'"),
    *('<img src="{0}">', '<img srcset="{0} 2x">', '<a href="{0}">x</a>', '<base href="{0}">'),
    *('<a rel=attachment href="{0}">x</a>', '<link rel=attachment href="{0}">', "{0}"),
    *('<link rel=stylesheet href="{0}">', "<style>@import url({0});</style>"),
    *('<style>@font-face{{font-family:x;src:url("{0}")}}</style>', '<iframe src="{0}"></iframe>'),
    *('<object data="{0}"></object>', '<embed src="{0}">', '<video poster="{0}"></video>'),
    *('<meta http-equiv="refresh" content="0;url={0}">', '<input type=image src="{0}">'),
    *('<svg><image href="{0}"/></svg>', '<svg><use href="{0}#a"/></svg>', '<q cite="{0}">x</q>'),
    *('<svg><style>@import "{0}";</style></svg>', '<math href="{0}">x</math>'),
    *('<p style="background:url({0})">x</p>', "x{{: style=background:url({0}) }}"),
    *('<table background="{0}"><tr><td>x</table>', '<body background="{0}">'),
    *('<!ENTITY x SYSTEM "{0}">&x;', '<?xml-stylesheet href="{0}"?>', "[x](<{0}>)"),
)
"""Places in a text in which an address can stand."""

ALONE = (
    *("<script>alert(1)</script>", '<img src=x onerror="alert(1)">', "{{: onclick=alert(1) }}"),
    *("<svg><script>alert(1)</script></svg>", "<noscript><p title='</noscript><img src=x>'>"),
    *(
        "<math><mtext><table><mglyph><style><img src=x></style>",
        "{{{{7*7}}}}",
        "{{% include 'x' %}}",
    ),
    *("{{{{''.__class__.__mro__[1].__subclasses__()}}}}", "${{7*7}}", "#{{7*7}}", "<%= 7*7 %>"),
    *("<!--#include file='/etc/passwd' -->", "\\input{{/etc/passwd}}", "<x><![CDATA[x]]></x>"),
    *(
        "<details>x</details>",
        "<form action=x><input value=x></form>",
        "%PDF-1.7 /JS (x) /OpenAction",
    ),
    *("<td colspan=65534 rowspan=999999999>x", "<col span=10000000>", "&lt;script&gt;x"),
)
"""Texts that try something else than an address."""


def hostile_texts(file: str, server: str) -> list[str]:
    """Return every text, with the address of a file and of a server put in."""
    host = server.partition("//")[2]
    known = {"file": file, "server": server, "host": host}
    addresses = [address.format(**known) for address in ADDRESSES]
    shaped = [shape.format(address) for shape in SHAPES for address in addresses]
    return [*shaped, *(text.format() for text in ALONE)]
