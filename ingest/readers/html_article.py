"""Where on a page the article is.

A news page holds one long text among menus, link lists and notices. Prose is what tells it apart: sentences with
their punctuation, outside links. From <body> we go down into the child that holds the prose for as long as nothing
of worth (prose, a table, a heading with text under it) stays behind.
"""

from __future__ import annotations

import re
from collections import defaultdict

from lxml.html import HtmlElement

from ingest.readers.html_flow import collapse, dropped, flow, is_data_table

_SENTENCE = re.compile(r"[，。；！？]")
_NOTICE = re.compile(
    r"版权所有|未经.{0,6}授权|ICP备|公网安备|许可证|违法和不良信息|举报电话|法律顾问|技术支持|Copyright|All Rights Reserved|"
    r"关于我们|联系我们|网站地图|免责声明|友情链接|建议使用.{0,20}浏览器",
    re.I,
)
_EDGE = re.compile(
    r"^[\s\[（(【]*("
    r"(责任编辑|责编|值班编辑|本文编辑|网络编辑|编辑|校对|审核|初审|复审|终审|监制|签发)[\s：:/|].{0,60}|"
    r"(您|你)?(现在|当前)?的?所?在?位置\s*[：:].*|(首页|网站首页)\s*[>＞»/|›-].*|"
    r"(分享到?|分享至|转发到|分享本文|微信扫一扫|扫一扫|扫码)([\s：:].{0,40}|.{0,16})|"
    r"(上一[篇页条]|下一[篇页条]|相关(新闻|阅读|链接|稿件|文章|推荐)|推荐阅读|热门(新闻|推荐|文章)|猜你喜欢|延伸阅读)([\s：:].*|.{0,4})|"
    r"(来源|稿源|信息来源|发布时间|发布日期|时间|日期|作者|浏览|浏览次数|浏览量|阅读|阅读量|点击|点击数|访问量)\s*[：:].{0,80}|"
    r"字体\s*[：:].*|(大\s*中\s*小|打印|关闭|返回顶部|返回|收藏|纠错|评论|点赞|打印本页|关闭窗口)[\s\]）)】|]*"
    r"([\[（(【\s]*(打印|关闭|返回顶部|返回|收藏|评论)[\s\]）)】|]*)*"
    r")\s*$"
)
_DATE = re.compile(r"^\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(\s+\d{1,2}:\d{2}(:\d{2})?)?(\s.{0,60})?$")
_NAMED_AROUND = re.compile(
    r"(^|[\s_\-])(bread-?crumbs?|crumbs?|nav|navbar|menu|sidebar|share|sharing|related|relate|recommend|hot-?news|"
    r"comments?|footer|foot|copyright|toolbar|pager|pagination|prev-?next|editor-?info|ad|ads|advert|qrcode|login|"
    r"search|weizhi|position|location|fenxiang|bdshare\w*|bdsharebuttonbox)($|[\s_\-\d])",
    re.I,
)
_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu"})
_PRUNED_TAGS = frozenset({"nav", "footer", "aside"})
_SMALL = 150
"""Prose (code points) up to which a part that is named after what stands around articles is believed to be that."""
_LINKED = 0.6
"""Share of linked characters from which a list or division is a menu."""


def is_edge_line(text: str, *, at_end: bool = False) -> bool:
    """Return whether a line at an article's edge belongs to the site (source, editor, share, pager), not to it.

    A date alone is the site's before the article, but the signature's `at_end`.
    """
    if len(text) >= 160:
        return False
    return bool(_EDGE.match(text) or _NOTICE.search(text) or (not at_end and _DATE.match(text)))


class Weights:
    """How much of what each element holds, its descendants included; computed once, in one pass."""

    def __init__(self, root: HtmlElement) -> None:
        self.prose: defaultdict[HtmlElement, int] = defaultdict(int)
        self.length: defaultdict[HtmlElement, int] = defaultdict(int)
        self.linked: defaultdict[HtmlElement, int] = defaultdict(int)
        self.links: defaultdict[HtmlElement, int] = defaultdict(int)
        self.solid: defaultdict[HtmlElement, bool] = defaultdict(bool)
        """Whether there is a main heading or a table in it."""
        elements = list(root.iter())
        inside_link: set[HtmlElement] = set()
        for element in elements:
            if element.tag == "a" or element.getparent() in inside_link:
                inside_link.add(element)
        for element in reversed(elements):
            own = (element.text or "") + "".join(child.tail or "" for child in element)
            length = len("".join(own.split()))
            self.length[element] += length
            if element in inside_link:
                self.linked[element] += length
            elif length:
                text = collapse(own).strip()
                if _SENTENCE.search(text) and not _NOTICE.search(text):
                    self.prose[element] += len(text)
            self.links[element] += element.tag == "a"
            self.solid[element] |= element.tag in {"h1", "table"}
            parent = element.getparent()
            if parent is not None and element is not root:
                for sums in (self.prose, self.length, self.linked, self.links):
                    sums[parent] += sums[element]
                self.solid[parent] |= self.solid[element]

    def linked_share(self, element: HtmlElement) -> float:
        """Return the share (0 to 1) of the element's visible characters that stand in links."""
        length = self.length[element]
        return self.linked[element] / length if length else 0.0


def article(root: HtmlElement) -> HtmlElement:
    """Return the element that holds the page's article; parts around it are removed from the tree."""
    body: HtmlElement = next(iter(root.iter("body")), root)
    _remove([element for element in body.iterdescendants() if dropped(element)])
    weights = Weights(body)
    _remove([element for element in body.iterdescendants() if _around(element, weights, weights.prose[body])])
    weights = Weights(body)
    current = body
    while True:
        best = max(current, key=lambda child: weights.prose[child], default=None)
        if best is None or not weights.prose[best] or best.tag in {"p", "br", "span", "td", "th", "tr", "li"}:
            return _whole(current)
        if (current.text or "").strip() or any((child.tail or "").strip() for child in current):
            return current
        if any(_of_worth(child, weights) for child in current if child is not best):
            return _whole(current)
        current = best


def _whole(element: HtmlElement) -> HtmlElement:
    """Return the data table that `element` is a part of, else the element itself."""
    for table in [element, *element.iterancestors()]:
        if table.tag == "table" and is_data_table(table):
            return table
    return element


def heading_before(root: HtmlElement, body: HtmlElement) -> str | None:
    """Return the text of the last <h1> that stands before `body` on the page, None where there is none."""
    text = None
    around = {body, *body.iterancestors()}
    for element in root.iter():
        if element is body:
            break
        if element.tag == "h1" and element not in around:
            text = " ".join(piece.text.strip() for piece in flow(element)) or text
    return text


def _remove(elements: list[HtmlElement]) -> None:
    """Take elements out of the tree; text after them stays."""
    for element in elements:
        if element.getparent() is not None:
            element.drop_tree()


def _around(element: HtmlElement, weights: Weights, total: int) -> bool:
    """Return whether the element is one of the parts that stand around articles."""
    tag = str(element.tag).lower()
    prose = weights.prose[element]
    if tag in {"html", "body", "main", "article"} or prose > max(_SMALL, total // 5):
        return False
    if tag in _PRUNED_TAGS or (element.get("role") or "").lower() in _ROLES:
        return prose <= _SMALL or weights.linked_share(element) > _LINKED
    if tag == "header":
        return not weights.solid[element] and next(element.iterancestors("article", "main"), None) is None
    if tag not in {"div", "ul", "ol", "section", "dl", "p", "span", "table", "form", "td"} or prose > _SMALL:
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if _NAMED_AROUND.search(names) and not weights.solid[element]:
        return True
    return weights.links[element] >= 3 and weights.linked_share(element) > _LINKED


def _of_worth(element: HtmlElement, weights: Weights) -> bool:
    """Return whether leaving this element behind would lose a part of the article."""
    if weights.linked_share(element) > _LINKED or not weights.length[element]:
        return False
    if weights.prose[element] and not all(is_edge_line(piece.text) for piece in flow(element)):
        return True
    if element.tag in {"h2", "h3", "h4", "h5", "h6", "p", "figure"}:
        return not is_edge_line("".join(element.itertext()).strip())
    return any(is_data_table(table) for table in element.iter("table"))
