"""Reports that a site cuts into several pages: known by their pager, put together in order, read as one.

What is put together is one file of its own: the pages' bytes with a mark between them, so that it is kept, named by
its digest and read again like any other file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

MARK = b"\n<!-- yinzheng: next page of one article -->\n"
_TURN = re.compile(r"^[\s«<＜【\[（(]*(上一?[页頁]|下一?[页頁]|余下全文|剩余全文)[\s»>＞】\]）)]*$")
_NUMBER = re.compile(r"^\s*[【\[（(]?\s*(\d{1,2})\s*[】\]）)]?\s*$")
_IN_ALL = re.compile(r"共\s*(\d{1,2})\s*[页頁]")
_FAR = 4
"""Levels up from a link within which the rest of its pager stands."""


def join(pages: Sequence[bytes]) -> bytes:
    """Return the pages of one article, in order, as one file."""
    return MARK.join(pages)


def parts(content: bytes) -> list[bytes]:
    """Return the pages that `content` was put together of; a page as a site serves it is its only part."""
    return content.split(MARK)


def page_count(root: HtmlElement) -> int:
    """Return into how many pages the page's own pager says that the article is cut, 1 where it has none.

    A pager is a link 下一页 or 上一页 with numbered links beside it, or numbers in brackets alone: 【1】【2】【3】.
    Links to another article (下一篇) are none, nor are numbers that lead to a place on the same page (footnotes).
    """
    most = 1
    for link in root.iter("a"):
        text = "".join(link.itertext()).strip()
        href = (link.get("href") or "").strip()
        if href.startswith("#"):
            continue
        if _TURN.match(text):
            most = max(most, 2, _numbers_near(link))
        elif text[:1] in "【[" and (number := _NUMBER.match(text)):
            most = max(most, int(number[1]))
    return most


def _numbers_near(link: HtmlElement) -> int:
    around = link
    for _ in range(_FAR):
        parent = around.getparent()
        if parent is None or len("".join(parent.itertext())) > 200:
            break
        around = parent
    numbers = [int(found[1]) for part in around.itertext() if (found := _NUMBER.match(part))]
    numbers += [int(found) for found in _IN_ALL.findall("".join(around.itertext()))]
    return max(numbers, default=0)
