"""Lines of the site before and after an article: breadcrumbs, sources, toolbars, editors, pagers, related links."""

from __future__ import annotations

import re

from ingest.readers.html_flow import Piece

_NOTICE = re.compile(
    r"版权所有|未经.{0,6}授权|ICP备|公网安备|违法和不良信息举报|Copyright|All ?Rights ?Reserved|"
    r"网站地图|免责声明|友情链接|建议使用.{0,20}浏览器|预览时标签不可点|轻点两下",
    re.I,
)
# 常年法律顾问：某律师事务所  许可证编号：3312017  技术支持 某公司: of these reports speak too (聘请常年法律顾问，修订网络视听许可证管理办法。).
_NOTICE_OR_TOLD = re.compile(r"版权声明|许可证|举报电话|法律顾问|技术支持|关于我们|联系我们")
_TOLD = re.compile(r"[，；。！]")
_BY = r"[\s：:/|丨｜]"
# What stands below an article. (责编：王芳、李刚)  【纠错】【责任编辑:李明】  来源丨澜溪发布  —END—
_BELOW = re.compile(
    r"^[\s\[（(【]*("
    rf"(责任编辑|责编|值班编辑|本文编辑|本期编辑|网络编辑|文字编辑|编辑|校对|审核|初审|一审|复审|终审|监制|签发|供稿){_BY}.{{0,60}}|"
    rf"(纠错|举报|我要纠错|网友评论|发表评论|阅读原文|继续滑动看下一个|轻触阅读原文|标签)({_BY}.*|[\]）)】].{{0,60}}|.{{0,20}})|"
    rf"(阅读)?(上一[篇页条]|下一[篇页条])({_BY}.*|.{{0,4}})|"
    r"(相关|更多)(新闻|阅读|链接|稿件|文章|推荐|专题|报道|内容|资讯|热点)(\s*[：:].*|.{0,4})|"
    r"(推荐阅读|热门(新闻|推荐|文章|排行)|猜你喜欢|延伸阅读|热点推荐|为您推荐)(\s*[：:].*|.{0,4})|"
    r"(分享到|分享至|转发到|分享本文|分享让更多人看到|微信扫一扫|扫一扫|扫码)([\s：:，].{0,40}|.{0,16})|"
    rf"(来源|稿源|信息来源){_BY}.{{0,80}}|"
    r"[—\-－ ]*(END|完|全文完)[—\-－ ]*"
    r")\s*$",
    re.I,
)
# What stands above it besides.
_ABOVE = re.compile(
    r"^[\s\[（(【]*("
    r"(您|你)?(现在|当前)?的?所?在?位置\s*[：:].*|[^。，；]{0,20}?(首页|网)\s*(>|＞|»|›|->|/)+.*|"
    rf"(发布时间|发布日期|时间|日期|作者|记者|发布|浏览|浏览次数|浏览量|阅读|阅读量|点击|点击数|访问量){_BY}.{{0,80}}|"
    r"(字体|字号)\s*[：:].*|点击(上方|蓝字).{0,12}关注.{0,10}"
    r")\s*$"
)
_TOOL = (
    r"(打印本页|打印|关闭窗口|关闭|返回顶部|返回|收藏|纠错|评论|点赞|分享|推荐|网摘|商城|字号|字体|放大|缩小|手机看新闻|手机阅读|"
    r"人民微博|微博|微信|QQ空间|QQ|朋友圈|听新闻|语音播报|大|中|小|[A+\-])"
)
# 打印 网摘 纠错 分享 推荐 字号 大 小
_TOOLBAR = re.compile(rf"^[\s\[（(【|]*{_TOOL}(到|至)?[：:]?([\s\]）)】|/·、]*{_TOOL})*[\s\]）)】|]*$")
# 【1】【2】【3】下一页   上一页 1 2 3 4 下一页 尾页   共4页
_PAGER_TOKEN = re.compile(
    r"首页|第一页|尾页|末页|全文|余下全文|上一页|下一页|上页|下页|共\s?\d{1,2}\s?页|第?\s?\d{1,2}\s?/\s?\d{1,2}\s?页?|第\s?\d{1,2}\s?页|"
    r"[【\[（(]?\s?\d{1,2}\s?[】\]）)]?|[«»<>＜＞…·.|]{1,3}"
)
_LONGEST_PAGER = 100
_DATE = re.compile(
    r"^\d{4}\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2}日?(\s*\d{1,2}:\d{2}(:\d{2})?)?([\s|].{0,80}|来源.{0,60})?$"
)
# 小兰 兰陵发布2032-05-31 18:00发表于东岭: who put it on the site, and when to the minute.
_STAMP = re.compile(r"^[^。；]{0,40}\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?\s*\d{1,2}:\d{2}[^。；]{0,40}$")
_HEADING = re.compile(
    r"^(第[一二三四五六七八九十]+(部分|章)|[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[）)])"
)
_LONGEST = 160
_TITLE_WITHIN = 30
"""Lines from the top of the article's part of the page in which its title is looked for."""
_LEFT = 200
"""Characters of prose (comments, teasers) that may stand below the line that ends an article."""


def is_pager(text: str) -> bool:
    """Return whether a line is nothing but the numbers and arrows that lead to an article's other pages."""
    if len(text) > _LONGEST_PAGER:
        return False
    # By tokens rather than one pattern that repeats them, which would take for ever over a line of dots.
    rest, tokens = _PAGER_TOKEN.subn("", text)
    return tokens >= 2 and not rest.strip(" \t|\u3000\xa0")


def is_notice(text: str) -> bool:
    """Return whether a line tells whose the site is and by what leave, as at a page's foot."""
    text = _closed(text)
    return bool(_NOTICE.search(text) or (_NOTICE_OR_TOLD.search(text) and not _TOLD.search(text)))


def is_edge_line(text: str, *, at_end: bool = False) -> bool:
    """Return whether a line at an article's edge belongs to the site (source, editor, share, pager), not to it.

    A date alone is the site's before the article, but the signature's `at_end`.
    """
    if len(text) >= _LONGEST:
        return False
    if _BELOW.match(text) or is_pager(text) or _TOOLBAR.match(text) or is_notice(text):
        return True
    return bool(_ABOVE.match(text)) or (not at_end and bool(_DATE.match(text) or _STAMP.match(text)))


def without_site_lines(pieces: list[Piece], title: str | None) -> list[Piece]:
    """Leave off the lines of the site before and after the article; `title` is what the page calls itself."""
    pieces = pieces[_title_at(pieces, title) : _end_of(pieces)]
    first, last = 0, len(pieces)
    # A title often stands before the source line, so each line before the first sentence is looked at.
    while first < last and is_edge_line(pieces[first].text):
        first += 1
    while last > first and is_edge_line(pieces[last - 1].text, at_end=True):
        last -= 1
    kept = [piece for piece in pieces[first:last] if piece.kind == "row" or not is_pager(piece.text)]
    begun = (i for i, piece in enumerate(kept) if _is_prose(piece.text) or _HEADING.match(piece.text.strip()))
    prose = next(begun, len(kept))
    return [piece for piece in kept[:prose] if not is_edge_line(piece.text)] + kept[prose:]


def _title_at(pieces: list[Piece], title: str | None) -> int:
    """Return where the article's title stands, where only short lines of the site come before it, else 0."""
    wanted = _closed(title or "")
    for index, piece in enumerate(pieces[:_TITLE_WITHIN]):
        if _is_prose(piece.text) or _HEADING.match(piece.text.strip()):
            return 0
        bare = _closed(piece.text)
        if (piece.kind == "heading" and piece.level == 1) or (len(bare) >= 6 and wanted.startswith(bare)):
            return index
    return 0


def _end_of(pieces: list[Piece]) -> int:
    """Return the index of the line that ends the article: below it stands no heading and next to no prose."""
    end = len(pieces)
    left = 0
    for index in range(len(pieces) - 1, -1, -1):
        text = pieces[index].text.strip()
        if _HEADING.match(text) or pieces[index].kind == "row":
            break
        if len(text) < _LONGEST and (_BELOW.match(text) or is_notice(text)):
            end = index
        elif _is_prose(text):
            left += len(text)
            if left > _LEFT:
                break
    return end


def _is_prose(text: str) -> bool:
    return len(text) > 30 and "。" in text


def _closed(text: str) -> str:
    """Return `text` without white space: 版 权 所 有."""
    return re.sub(r"\s", "", text)
