"""Every page by axe: WCAG 2.2 AA, in light and dark, at the desk and on the phone; nothing runs off the side."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.api.conftest import MEDIA
from tests.api.web.conftest import Site

OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
PATHS = (
    "/",
    "/search",
    "/search?q=记者&year=2021",
    f"/ask?q=微信公众号粉丝历年变化&media={MEDIA}",
    f"/ask?q=2023年有哪些不足&media={MEDIA}",
    "/ask?q=食堂吃了什么",
    f"/trace?media={MEDIA}",
    f"/compare?media={MEDIA}&first=2021&second=2023",
    f"/figures?media={MEDIA}",
    "/entities",
    "/check",
    "/query?example=reports",
    "/library",
    "/help",
    "/reports/nix",
)


@pytest.mark.parametrize(("theme", "width"), [("light", 1280), ("dark", 390)])
def test_no_page_breaks_the_rules(chromium: Browser, site: Site, theme: str, width: int) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=theme, base_url=site.address, locale="zh-CN"
    )
    page = context.new_page()
    page.goto("/entities?type=award")
    entity = page.locator(".entities a").first.get_attribute("href")
    page.goto("/library")
    report = page.locator("[data-listing] [data-open]").first.get_attribute("href")
    page.goto(f"/trace?media={MEDIA}")
    item = page.locator("[data-add]").first.get_attribute("href")
    wrong: list[str] = []
    more = (str(entity), f"{report}?show=metric&at=0-30", str(item), f"/library{str(report)[8:]}/remove")
    for path in (*PATHS, *more):
        page.goto(path)
        wrong += faults(page, path)
    context.close()
    assert wrong == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_checked_draft_and_an_empty_library_too(
    chromium: Browser, site: Site, empty_site: Site, theme: str
) -> None:
    page = chromium.new_page(color_scheme=theme, locale="zh-CN")
    page.goto(f"{site.address}/check")
    page.get_by_label("稿子").fill("三、阵地建设责任\n新闻热线全年受理群众诉求15070件，办结率197.8%。")
    page.get_by_label("媒体").select_option(MEDIA)
    page.get_by_role("button", name="核对", exact=True).click()
    page.locator(".draft-text").wait_for()
    wrong = faults(page, "/check, posted")
    for path in ("/", "/library"):
        page.goto(f"{empty_site.address}{path}")
        wrong += faults(page, f"{path}, empty")
    page.close()
    assert wrong == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_where_keys_are_handed_over_too(chromium: Browser, library: Path, language: str) -> None:
    site, wrong = Site(library, keys=True), []
    try:
        for theme, width in ((theme, width) for theme in ("light", "dark") for width in (1280, 390)):
            context = chromium.new_context(
                viewport={"width": width, "height": 900}, color_scheme=theme, base_url=site.address
            )
            context.add_cookies([{"name": "yz_lang", "value": language, "url": site.address}])
            page = context.new_page()
            page.goto("/search?q=a")
            wrong += faults(page, f"/login, {theme}, {width}")
            page.locator("#key").fill("yz_none")
            page.locator("#key").press("Enter")
            page.get_by_role("alert").wait_for()
            wrong += faults(page, f"/login with a wrong key, {theme}, {width}")
            context.close()
    finally:
        site.stop()
    assert wrong == []


def faults(page: Page, path: str) -> list[str]:
    """Return what axe finds on a page, and whether the page is wider than the screen."""
    found = Axe().run(page, options=OPTIONS)
    wrong = []
    for rule in found.response["violations"]:
        nodes = [f"{node['target']} {node.get('failureSummary', '')}" for node in rule["nodes"][:3]]
        wrong.append(f"{path} {rule['id']}: {nodes}")
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        wrong.append(f"{path} is wider than the screen")
    return wrong
