"""What an editor does in the browser, from the first upload to the sentence in Word."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.api.conftest import MEDIA, REPORTS, ROOT
from tests.api.web.conftest import Site, clipboard, inside

DRAFT = ROOT / "corpora" / "drafts" / "lanxi" / "2025-a.txt"


def test_from_an_empty_library_to_the_cited_sentence(
    chromium: Browser, empty_site: Site, tmp_path: Path
) -> None:
    bad = tmp_path / "扫描.pdf"
    bad.write_bytes(b"%PDF-1.4 nothing")
    context = chromium.new_context(locale="zh-CN", base_url=empty_site.address)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = empty_site.watch(context.new_page())
    page.goto("/")
    page.get_by_role("link", name="去资料库收入报告").click()
    files = [REPORTS / "2020.txt", REPORTS / "2021.html", bad]
    page.get_by_label("选择报告文件").set_input_files(files)
    expect(page.locator("[data-chosen] li")).to_have_count(3)
    page.get_by_role("button", name="收入").click()
    outcome = page.locator(".outcome")
    expect(outcome).to_contain_text("新收入 2 份")
    expect(outcome).to_contain_text("没能收入 1 份")
    expect(outcome.locator(".failed")).to_contain_text("扫描.pdf：")
    expect(page.locator("[data-listing]")).to_contain_text("现有 2 份报告")

    outcome.get_by_role("link", name="开始查").click()
    expect(page.get_by_role("heading", name="2020 年说过的不足与承诺，后来怎样了")).to_be_visible()
    page.get_by_role("link", name="带原话").click()
    action = page.locator("[data-link]").first
    words = action.locator(".words").inner_text()
    action.get_by_role("button", name="复制引文").click()
    expect(page.locator("[data-said]")).to_have_text("已复制")
    copied = clipboard(page)
    assert copied.startswith(f"“{words}”（《")
    assert "，2021 年度，" in copied

    page.goto("/library")
    page.get_by_role("link", name=f"移除 {MEDIA} 2021").click()
    page.get_by_role("link", name="不移除").click()
    expect(page.locator("[data-listing]")).to_contain_text("现有 2 份报告")
    page.get_by_role("link", name=f"移除 {MEDIA} 2021").click()
    page.get_by_role("button", name="移除").click()
    expect(page.locator("[data-listing]")).to_contain_text("现有 1 份报告")
    context.close()


def test_files_are_dropped(page: Page, site: Site) -> None:
    page.goto("/library")
    transfer = page.evaluate_handle(
        """() => { const data = new DataTransfer(); data.items.add(new File(["a"], "拖来.txt")); return data; }"""
    )
    page.dispatch_event("[data-drop]", "dragover", {"dataTransfer": transfer})
    expect(page.locator("[data-drop]")).to_have_class("drop over")
    page.dispatch_event("[data-drop]", "drop", {"dataTransfer": transfer})
    expect(page.locator("[data-chosen] li")).to_have_text("拖来.txt")
    page.get_by_role("button", name="收入").click()
    expect(page.locator(".failed")).to_contain_text("拖来.txt：")


def test_search_by_keyboard_and_narrow(page: Page) -> None:
    page.goto("/trace")
    page.keyboard.press("/")
    page.keyboard.type("困难职工")
    page.keyboard.press("Enter")
    expect(page.locator("mark", has_text="困难职工").first).to_be_visible()
    page.get_by_role("link", name="2021", exact=False).and_(page.locator(".facets a")).click()
    assert "year=2021" in page.url
    for place in page.locator(".where b").all_inner_texts():
        assert place == "2021"
    page.keyboard.press("j")
    page.keyboard.press("j")
    hit = page.locator(".hit").nth(1)
    expect(hit).to_be_focused()
    page.keyboard.press("c")
    expect(page.locator("[data-said]")).to_have_text("已复制")
    assert clipboard(page).startswith("“" + " ".join(hit.locator("blockquote").inner_text().split()))
    page.keyboard.press("o")
    page.wait_for_url("**/reports/**")
    target = page.locator("mark.target").first
    expect(target).to_be_in_viewport()
    page.go_back()
    expect(page.locator(".facets [aria-current]")).to_contain_text("2021")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_ask_shows_a_chart_whose_points_lead_to_the_words(page: Page) -> None:
    page.goto(f"/ask?q=微信公众号粉丝历年变化&media={MEDIA}")
    expect(page.locator(".answer-line")).to_contain_text("超11万")
    expect(page.locator(".chart .dot")).to_have_count(3)
    page.get_by_role("button", name="复制表格").click()
    expect(page.locator("[data-said]")).to_have_text("已复制")
    assert "2021\t" in clipboard(page)
    page.get_by_role("button", name="复制答案和全部出处").click()
    page.wait_for_function(
        "navigator.clipboard.readText().then((text) => text.includes('出') || text.includes('《'))"
    )
    with page.expect_download() as kept:
        page.get_by_role("link", name="Word").click()
    assert kept.value.suggested_filename.endswith(".docx")
    page.locator(".chart a[aria-label^='2021']").click()
    expect(page.locator("mark.target").first).to_contain_text("超11万")


def test_a_span_in_the_fragment_alone_is_marked(page: Page, site: Site) -> None:
    page.goto("/library")
    report = page.locator("[data-listing] [data-open]").first.get_attribute("href")
    stored = page.request.get(f"/v1{report}").json()
    text = stored["text"]
    # A span over two lines, and a character that takes two UTF-16 units before it must not shift it.
    start = text.index("\n", len(text) // 3) - 5
    page.goto(f"{report}#c{start}-{start + 12}")
    marked = page.locator("mark.target")
    expect(marked.first).to_be_in_viewport()
    assert "".join(marked.all_inner_texts()) == text[start : start + 12].replace("\n", "")


def test_selected_words_are_cited_and_linked(page: Page) -> None:
    page.goto("/library")
    report = page.locator("[data-listing] [data-open]").first.get_attribute("href")
    stored = page.request.get(f"/v1{report}").json()
    fact = next(each for each in stored["facts"] if each["type"] == "commitment")["evidence"]
    page.goto(f"{report}?at={fact['start']}-{fact['end']}")
    page.evaluate(
        """() => { const range = document.createRange();
        range.selectNodeContents(document.querySelector("mark.target")); getSelection().addRange(range); }"""
    )
    page.get_by_role("button", name="复制引文").click()
    expect(page.locator("[data-said]")).to_have_text("已复制")
    assert clipboard(page).startswith(f"“{fact['quote']}”（《")
    page.get_by_role("button", name="复制链接").click()
    page.wait_for_function("navigator.clipboard.readText().then((text) => text.startsWith('http'))")
    assert clipboard(page).endswith(
        f"{report}?at={fact['start']}-{fact['end']}#c{fact['start']}-{fact['end']}"
    )


@pytest.fixture
def decided(page: Page) -> Page:
    """The board with an editor's name filled in."""
    page.goto(f"/trace?media={MEDIA}&year=2020")
    page.get_by_label("谁在作决定").fill("编辑甲")
    return page


def test_one_key_decides_and_one_takes_it_back(decided: Page, site: Site) -> None:
    page = decided
    link = page.locator("[data-link]").first
    key = link.get_attribute("data-key")
    words = link.locator(".words").inner_text()
    again = page.locator(f"[data-key='{key}']")
    link.focus()
    page.keyboard.press("n")
    expect(again).to_contain_text("编辑甲 认为无关")
    expect(again).to_be_focused()
    page.keyboard.press("u")
    expect(again).not_to_contain_text("编辑甲")
    expect(again).to_contain_text("把握")
    page.keyboard.press("y")
    expect(again).to_contain_text("编辑甲 确认")

    # Decisions are kept when the service ends; so is who decides.
    site.stop()
    site.start()
    page.goto(f"{site.address}/trace?media={MEDIA}&year=2020")
    kept = page.locator("[data-link]", has_text=words).first
    expect(kept).to_contain_text("编辑甲 确认")
    expect(page.get_by_label("谁在作决定")).to_have_value("编辑甲")
    kept.get_by_role("button", name="撤回").click()
    expect(page.locator("[data-said]")).to_have_text("已撤回")
    expect(page.locator("[data-link]", has_text=words).first).not_to_contain_text("编辑甲")


def test_without_a_name_nothing_is_decided(page: Page) -> None:
    page.goto(f"/trace?media={MEDIA}&year=2020")
    page.locator("[data-link]").first.focus()
    page.keyboard.press("y")
    expect(page.locator("[data-said]")).to_contain_text("请先填写你的名字")
    expect(page.get_by_label("谁在作决定")).to_be_focused()


def test_a_missing_link_is_added_and_taken_back(decided: Page) -> None:
    page = decided
    page.locator("[data-row]").first.get_by_role("link", name="细看、补充").click()
    page.get_by_label("在后来的报告里找").fill("短视频")
    page.get_by_role("button", name="找", exact=True).click()
    page.get_by_label("谁在作决定").fill("编辑乙")
    offered = page.locator("figure.quote", has=page.locator(".adds")).first
    words = offered.locator("blockquote").inner_text()
    offered.get_by_role("button", name="行动").click()
    added = page.locator("[data-link]", has_text="编辑乙 补充")
    expect(added).to_contain_text(words.split("\n")[0])
    page.keyboard.press("u")
    expect(added).to_have_count(0)


def test_two_years_figures_and_entities_lead_to_each_other(page: Page) -> None:
    page.goto("/compare")
    assert "first=2021" in page.url
    expect(page.get_by_role("heading", name="变化的数字")).to_be_visible()
    page.get_by_label("前一年").select_option("2020")
    page.wait_for_url("**first=2020**")
    page.goto("/figures")
    expect(page.locator(".chart").first).to_be_visible()
    page.get_by_label("项目或平台").fill("粉丝")
    page.get_by_role("button", name="找", exact=True).click()
    for label in page.locator(".chart figcaption").all_inner_texts():
        assert "粉丝" in label
    page.goto("/entities?type=award")
    page.get_by_role("link", name="东岭新闻奖", exact=True).click()
    expect(page.get_by_role("heading", name="逐年的原话")).to_be_visible()
    page.locator(".star a").first.click()
    expect(page.locator(".crumb")).to_contain_text("作品")


def test_a_draft_is_checked_by_file_and_by_paste(page: Page, site: Site) -> None:
    page.goto("/check")
    page.get_by_label("或者选一个文件").set_input_files(DRAFT)
    page.get_by_label("媒体").select_option(MEDIA)
    page.get_by_role("button", name="核对", exact=True).click()
    found = page.locator(".findings > li")
    expect(found.first).to_be_visible()
    number = found.count()
    expect(page.locator(".draft-text .number")).to_have_count(number)
    page.locator(".draft-text .number").first.click()
    assert page.url.endswith("#f1")
    # What was found has an address: it outlasts a reload and another language.
    page.reload()
    expect(found).to_have_count(number)
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("link", name="Check another")).to_be_visible()
    expect(found).to_have_count(number)
    page.get_by_role("button", name="中文").click()
    with page.expect_download() as commented:
        page.get_by_role("link", name="存成带批注的 Word").click()
    assert commented.value.suggested_filename == "2025-a-批注稿.docx"
    page.goto("/check")
    page.get_by_label("或者选一个文件").set_input_files(DRAFT)
    page.get_by_label("媒体").select_option(MEDIA)
    with page.expect_download() as kept:
        page.get_by_role("button", name="存成带批注的 Word").click()
    assert kept.value.suggested_filename == "2025-a-批注稿.docx"
    page.goto("/check")
    page.get_by_label("稿子").fill(
        "（三）不足\n一是人才短缺。\n新闻热线全年受理群众诉求15070件，办结率197.8%。"
    )
    page.get_by_label("媒体").select_option(MEDIA)
    page.get_by_role("button", name="核对", exact=True).click()
    expect(page.locator(".draft-text")).to_contain_text("197.8%")
    page.goto("/check")
    page.get_by_role("button", name="核对", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("还没有稿子")
    # The browser itself tells of the answer's status, 422, and of nothing else.
    assert len(site.wrong) == 1
    assert "422" in site.wrong.pop()


def test_a_query_is_taken_from_an_example_and_changed(page: Page) -> None:
    page.goto("/query")
    page.get_by_label("例子").select_option(index=4)
    expect(page.locator("#rows tbody tr").first).to_be_visible()
    editor = page.get_by_label("查询")
    editor.fill("SELECT ?report { ?report a yz:Report } ORDER BY ?report")
    editor.press("Control+Enter")
    expect(page.locator("#rows tbody tr")).to_have_count(3)
    page.locator("#rows a").first.click()
    page.wait_for_url("**/reports/**")
    page.goto("/query?query=DELETE WHERE { ?s ?p ?o }")
    expect(page.get_by_role("alert")).to_be_visible()


def test_the_interface_speaks_english_and_keeps_the_theme(page: Page) -> None:
    page.goto("/trace")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Promises")).to_be_visible()
    page.get_by_role("button", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    paths = [
        "/",
        "/search?q=记者",
        f"/ask?q=2023年有哪些不足&media={MEDIA}",
        page.url,
        "/compare",
        "/figures",
    ]
    for path in [*paths, "/entities", "/library", "/check", "/query?example=reports", "/help"]:
        page.goto(path)
        # What is not English must say that it is Chinese: for screen readers, and for the choice of the font.
        left = page.evaluate(
            """() => { const found = [];
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
              if (/[\\u4e00-\\u9fff]/.test(node.data) && !node.parentElement.closest('[lang="zh-CN"], option, .seal, .where'))
                found.push(node.data.trim());
            }
            return found; }"""
        )
        assert left == [], path


def test_stored_scripts_never_run(chromium: Browser, empty_site: Site, tmp_path: Path) -> None:
    evil = "<script>window.ran=1</script><img src=x onerror='window.ran=1'>\"><svg onload=window.ran=1>"
    text = (REPORTS / "2020.txt").read_text(encoding="utf-8")
    file = tmp_path / "2020.txt"
    file.write_text(text.replace("记者", f"记者{evil}").replace("澜溪", f"澜溪{evil}", 40), encoding="utf-8")
    page = empty_site.watch(chromium.new_page(base_url=empty_site.address))
    page.goto("/library")
    page.get_by_text("媒体或年度读错了").click()
    page.get_by_label("媒体名称").fill(f"坏{evil}")
    page.get_by_label("履责年度").fill("2020")
    page.get_by_label("选择报告文件").set_input_files(file)
    page.get_by_role("button", name="收入").click()
    expect(page.locator(".outcome")).to_contain_text("新收入 1 份")
    report = page.locator("[data-listing] [data-open]").first.get_attribute("href")
    paths = ["/", f"/search?q=记者{evil}", f"/ask?q={evil}", "/trace", "/figures", "/entities?type=column"]
    for path in [*paths, "/entities?type=event", f"{report}?show=metric&at=0-300", "/library"]:
        page.goto(path.replace("#", "%23"))
        assert page.evaluate("window.ran") is None, path
        assert page.locator("main script, main img").count() == 0
    page.close()


def test_reading_works_without_scripts(chromium: Browser, site: Site) -> None:
    context = chromium.new_context(java_script_enabled=False, base_url=site.address, locale="zh-CN")
    page = context.new_page()
    page.goto("/")
    page.get_by_label("问题或要找的内容").fill("困难职工")
    page.get_by_role("button", name="找原文").click()
    page.locator(".where").first.click()
    span = inside(r"at=(\d+-\d+)#c(\d+-\d+)$", page.url)
    assert span[1] == span[2]
    expect(page.locator(f"mark[id='c{span[1]}']")).to_be_in_viewport()
    page.goto(f"/trace?media={MEDIA}&year=2020")
    page.locator("[data-link]").first.get_by_role("button", name="无关").click()
    expect(page.locator("[data-link]", has_text="认为无关")).to_have_count(1)
    page.locator("[data-link]", has_text="认为无关").get_by_role("button", name="撤回").click()
    expect(page.locator("[data-link]", has_text="认为无关")).to_have_count(0)
    context.close()


def test_from_a_question_to_the_board(page: Page) -> None:
    page.goto("/ask?q=2020年承诺了什么，做到了吗")
    expect(page.locator(".answer-line")).to_contain_text("2020年报告写的打算有")
    first = page.locator(".items > li").first
    expect(first.locator(".item-head")).to_contain_text("1. 后来的报告")
    said = first.locator(".words").all_inner_texts()
    assert len(said) == len(set(said))
    page.get_by_role("link", name="到承诺追踪里逐条核实").click()
    expect(page.locator("[data-link] .words").first).to_be_visible()
    assert "year=2020" in page.url
    page.goto("/ask?q=2020年有哪些不足")
    expect(page.get_by_role("link", name="看这些后来怎样了")).to_be_visible()


def test_one_report_says_what_the_next_will_bring(chromium: Browser, empty_site: Site) -> None:
    context = chromium.new_context(locale="zh-CN", base_url=empty_site.address)
    page = empty_site.watch(context.new_page())
    page.goto("/library")
    page.get_by_label("选择报告文件").set_input_files([REPORTS / "2020.txt"])
    page.get_by_role("button", name="收入").click()
    expect(page.locator(".outcome")).to_contain_text("新收入 1 份")
    page.goto("/")
    expect(page.get_by_role("heading", name="2020 年说过的不足与承诺", exact=True)).to_be_visible()
    expect(page.locator(".glance li")).to_have_count(4)
    page.get_by_role("link", name="收入下一年度的报告").click()
    expect(page).to_have_url(f"{empty_site.address}/library")
    context.close()
