"""Which medium's report of which year a text is, and its title."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from ingest.duties import chapter_duty
from ingest.numerals import chinese_number
from ingest.readers.base import Document
from ingest.report import Duty, Frozen

_YEAR = r"(?:(?:19|20)\d{2}|[２][０][０-９]{2}|二[〇○零Ｏ0O][一二三四五六七八九〇○零]{2})"
_GENRE = re.compile("社会责任|履责")
_PAREN_YEAR = re.compile(rf"^(?:[—－-]{{1,2}})?[（(〔\[【]?\s?({_YEAR})\s?(?:年度|年)?\s?[)）〕\]】]?$")
# 昌吉州融媒体中心社会责任报告（2024年度） · 2023年度人民日报社社会责任报告 · 某台2021年媒体社会责任报告
_TITLE = re.compile(
    rf"(?P<before>{_YEAR}\s?年?度?)?\s?(?P<media>[^\n。；，：]*?)\s?[（(]?(?P<middle>{_YEAR}\s?(?:年度?)?)?[)）]?\s?(?:媒体)?\s?(?:履行)?\s?(?:媒体)?\s?(?:社会责任|履责)\s?(?:履职|履行)?(?:情况)?(?:工作|年度)?(?:的)?\s?报告书?"
    rf"\s?[（(〔【]?\s?(?:{_YEAR}\s?年?\s?[—\-－~～至]+\s?)?(?P<after>{_YEAR}\s?年?度?)?[^\n。；，]{{0,6}}[)）〕】]?"
)
# …以下为报告全文： 江南广播电视台社会责任报告（2019年度） 一、前言 1.媒体概况 …: the title inside a long line, before its chapters.
_GLUED_TITLE = re.compile(
    rf"(?<=[ 　：:。])(?P<media>[^\s。；，：:]{{2,30}}?)社会责任报告[（(]\s?(?P<year>{_YEAR})\s?年度?[)）](?=\s{{0,4}}(?:一\s?、|目\s*录|前言))"
)
_MEDIA = re.compile(
    r"[一-龥A-Za-z]{2,20}?(?:广播电视总台|广播电视集团|广播电视台|融媒体中心|融媒体集团|全媒体中心|传媒集团|报业传媒集团|报业集团|日报社|晚报社|晨报社|都市报社|杂志社|报社|周刊社|电视台|广播电台|人民广播电台|新闻网|新闻中心|传媒中心|[日晚晨早时商都快导新周]报|都市报|青年报|工人报|农民报|法[治制]报|通讯社|出版社|卫视|在线|客户端|周刊|杂志)"
)
_NOT_MEDIA = re.compile(r"目录|前言|报告|^第|^一、|发布|来源|编辑|时间|首页|^\d+$|^[（(]|人民日报客户端")
_CHAPTERS = 3
"""Duties that a text names in headings before it is taken for a report of its own."""
_FIRST_YEAR = 2012
"""Of no year before this one are there reports; 创刊于1952年 is none."""
_FAR = 3_000
"""How many characters from the top the title is looked for inside a line."""
_HEAD = 60
"""How many blocks from the top the title is looked for."""


class Identity(Frozen):
    """What names a report. `title_end` is the code-point offset after the title and its year line."""

    media: str | None
    year: int | None
    title: str | None
    title_end: int


_MARK = re.compile(r"\[(?:bookmark|image)[^\]]*\]")


def identify(document: Document, name: str = "") -> Identity:
    """Return media, report year and title of `document`; `name` is the file's name, used as a last resort.

    The year is the one reported on: of the title line, of a line by itself beside it, of the running text
    (the year most sentences speak of), in that order. A date of publication is none of these.
    """
    text = document.text
    blocks = [b for b in document.blocks if text[b.start : b.end].strip()][:_HEAD]
    lines = [(b.start, b.end, _MARK.sub("", text[b.start : b.end]).strip()) for b in blocks]
    found = _title_line(lines)
    media = year = title = None
    title_end = 0
    if glued := _GLUED_TITLE.search(text, 0, _FAR):
        media, year = _clean_media(glued["media"]), _year(glued["year"])
        title, title_end = _squeeze(glued.group()), glued.end()
    elif found is not None:
        index, match = found
        media = _clean_media(match["media"] or "")
        year = next((y for y in map(_year, (match["before"], match["middle"], match["after"])) if y), None)
        title = _squeeze(lines[index][2] if len(lines[index][2]) <= 60 else match.group()).lstrip("—－-")
        # 某网社会责任报告（2022年度） - 某网: what a site adds to its pages is no title.
        title = re.sub(r"(?<=[）)])[-—_|｜].{2,16}$", "", title)
        raw = text[lines[index][0] : lines[index][1]]
        title_end = lines[index][1] if len(raw.strip()) <= 80 else lines[index][0] + raw.find("报告") + 2
        if media is None:
            media, title, title_end, year = _around(lines, index, title, title_end, year)
        if year is None:
            for offset in (1, -1, 2, -2, 3):
                position = index + offset
                if 0 <= position < len(lines) and (own := _PAREN_YEAR.match(lines[position][2])):
                    year = _year(own[1])
                    if offset > 0:
                        title_end = lines[position][1]
                        title += _squeeze(lines[position][2])
                    break
        elif index + 1 < len(lines) and _PAREN_YEAR.match(lines[index + 1][2]):
            title_end = lines[index + 1][1]
    if media is None:
        media = _media_of_metadata(document.title) or _media_of_text(text) or _media_of_overview(text, lines)
    if year is None:
        year = _metadata_year(document.title) or _year_of_text(text) or _file_year(name)
    return Identity(media=media, year=year, title=title, title_end=title_end)


def reports_held(document: Document) -> list[tuple[str, int]]:
    """Return media and year of each report that `document` holds, where it holds several one after the other.

    A report begins with a line that is a title with media and year, and goes on over `_CHAPTERS` duties at least:
    a list of other media's reports below an article is none.
    """
    found: list[tuple[tuple[str, int], set[Duty]]] = []
    lines = [
        _squeeze(document.text[block.start : min(block.end, block.start + 200)])
        for block in document.blocks
        if block.kind != "row"
    ]
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if len(line) > 60:
            continue
        match = _TITLE.fullmatch(line) if _GENRE.search(line) else None
        media = match and _clean_media(match["media"] or "")
        if match and media:
            own = _PAREN_YEAR.match(following)
            told = (match["before"], match["middle"], match["after"], own and own[1])
            year = next((year for year in map(_year, told) if year), None)
            if year is not None:
                found.append(((media, year), set()))
        elif found and (duty := chapter_duty(line)) is not None:
            found[-1][1].add(duty)
    held = [name for name, duties in found if len(duties) >= _CHAPTERS]
    return list(dict.fromkeys(held))


_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]")
# 关于发布《江南电视台2014年社会责任报告》的公告: where the title stands again below.
_ANNOUNCED = re.compile(r"关于(?:发布|公布|印发|刊登)|》的(?:公告|通知|函)$")
_SITE_NAME = re.compile(r"[_|｜]")


def _title_line(lines: list[tuple[int, int, str]]) -> tuple[int, re.Match[str]] | None:
    candidates = []
    for index, (_, _, line) in enumerate(lines):
        bare = "".join(line.split())
        if not _GENRE.search(bare) or "报告" not in bare:
            continue
        squeezed = _squeeze(line)
        match = _TITLE.search(squeezed[:120])
        if match is None or match.start() > 30:
            continue
        rest = squeezed[match.end() :]
        # A breadcrumb or a sentence names the report too; the title is a line of its own, and the fuller, the better.
        score = (
            (len(rest) < 12) * 4
            + bool(match["media"]) * 2
            + bool(match["before"] or match["middle"] or match["after"]) * 1
        )
        if ">" in squeezed or "»" in squeezed or "首页" in squeezed:
            score -= 4
        if squeezed.endswith(("。", "；", "！")) or rest.endswith("：") or _NUMBERED.match(squeezed):
            # 中心切实改进2023年度社会责任报告中查摆的不足。  九、对2016年度社会责任报告的回顾与改进
            score -= 4
        if _SITE_NAME.search(squeezed):
            score -= 2
        if _ANNOUNCED.search(squeezed):
            score -= 4
        candidates.append((-score, index, match))
    if not candidates:
        return None
    _, index, match = min(candidates, key=lambda item: item[:2])
    return index, match


def _around(
    lines: list[tuple[int, int, str]], index: int, title: str, title_end: int, year: int | None
) -> tuple[str | None, str, int, int | None]:
    """媒体社会责任报告 stands alone: the medium is on the line before or after it."""
    for offset in (-1, 1, -2, 2, 3):
        position = index + offset
        if not 0 <= position < len(lines):
            continue
        line = _squeeze(lines[position][2])
        if _NOT_MEDIA.search(line) or not 2 <= len(line) <= 30 or "。" in line:
            continue
        own = re.match(rf"(?P<media>.*?)(?P<year>{_YEAR})年度?$|(?P<year2>{_YEAR})年度?(?P<media2>.+)$", line)
        name = (own["media"] or own["media2"]) if own else line
        if own:
            year = year or _year(own["year"] or own["year2"])
        media = _clean_media(name or "")
        if media is None or not (_MEDIA.fullmatch(media) or abs(offset) == 1):
            continue
        if offset < 0:
            return media, line + title, title_end, year
        return media, title, max(title_end, lines[position][1]), year
    return None, title, title_end, year


def _squeeze(line: str) -> str:
    return "".join(line.split())


def _clean_media(raw: str) -> str | None:
    media = re.sub(r"[\s　《》“”\"'「」『』【】]", "", raw)
    # 某网-某报社社会责任报告_某网: what a site sets before the title is no part of the name.
    media = re.split(r"[-—_|｜]", media)[-1] or media
    media = re.sub(r"^(?:首页|正文|当前位置)[>》:：]*", "", media).strip("的-—_·|｜:：")
    media = re.sub(r"(?:媒体|履行)*$", "", media)
    media = re.sub(r"关于$|(?:对外)?(?:发|发布|公布)$", "", media)
    if media.count("（") > media.count("）"):
        # 某市广播电视台（集团）: the bracket that closes the name was taken for that of the year.
        media += "）"
    media = media.strip("（）()") if not re.search(r"（.+）$", media) else media
    return media if len(media) >= 2 and not re.fullmatch(r"\d+年?度?", media) else None


def _year(raw: str | None) -> int | None:
    if not raw:
        return None
    digits = re.sub(r"[\s年度]", "", raw).replace("O", "〇").replace("Ｏ", "〇").replace("○", "〇")
    if digits.startswith("二0"):
        digits = "二〇" + digits[2:]
    return chinese_number(digits)


def _metadata_year(title: str | None) -> int | None:
    match = re.search(rf"({_YEAR})\s?年?度?", title or "") if _GENRE.search(title or "") else None
    return _year(match[1]) if match else None


def _media_of_metadata(title: str | None) -> str | None:
    match = _TITLE.search(_squeeze(title or ""))
    return _clean_media(match["media"]) if match and match["media"] else None


def _media_of_text(text: str) -> str | None:
    """The organisation that the text speaks of most, where its head names a report of this genre at all."""
    if not _GENRE.search(text):
        return None
    counts = Counter(_trim_lead(match.group()) for match in _MEDIA.finditer(text[:20_000]))
    counts.pop("", None)
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] >= 2 else None


_OVERVIEW = re.compile(
    r"(?:[（(]?[一1１][)）、.．])?\s?(?:媒体|单位|基本)?(?:概况|简介|情况|概述|基本情况)[。：:]?"
)
_OPENS_WITH_NAME = re.compile(
    r"[《“]?(?P<media>[一-龥A-Za-z]{2,20}?)[》”]?(?:[（(][^（）()]*[)）])?[，,]?(?:是|系|作为|成立于|创刊于|组建于|创办于|开播于|于(?=\d{4}年))"
)


def _media_of_overview(text: str, lines: list[tuple[int, int, str]]) -> str | None:
    """The name that the text below 媒体概况 opens with: 江南通讯社，是…的通讯社; only in a report of this genre."""
    if not _GENRE.search(text):
        return None
    for (_, _, line), (_, _, below) in itertools.pairwise(lines):
        if _OVERVIEW.fullmatch(line) and (match := _OPENS_WITH_NAME.match(below)):
            return _clean_media(match["media"])
    return None


def _trim_lead(name: str) -> str:
    return re.sub(r"^.*?(?:是|由|在|为|与|及|对|年|月|日|的)(?=[一-龥]{2,})", "", name)


def _year_of_text(text: str) -> int | None:
    """The year that running sentences open with most often: 2023年，… 2023年度…; publication dates do not open any.

    Else the one that something is said to be of (2021年度获奖情况), else the one told most.
    """
    if not _GENRE.search(text):
        return None
    opened = Counter(
        _year(match[1])
        for match in re.finditer(rf"(?:^|[。；，\n　（(])\s*({_YEAR})\s?年(?:度|，|,|全年|以来)", text)
    )
    of_a_year = Counter(_year(match[1]) for match in re.finditer(rf"({_YEAR})\s?年度", text))
    every = Counter(_year(match[1]) for match in re.finditer(rf"({_YEAR})\s?年", text))
    for counts in (opened, of_a_year, every):
        years = [year for year, _ in counts.most_common() if year and year >= _FIRST_YEAR]
        if years:
            return years[0]
    return None


def _file_year(name: str) -> int | None:
    match = re.search(r"(?<!\d)(20[0-3]\d)(?!\d)", name)
    return int(match[1]) if match else None
