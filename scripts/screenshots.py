"""`make screenshots`: every page as a picture, on a desk and on a phone.

Serves an archive (build/demo, or --home) on this machine, opens each address of
tests/saraban/web/addresses.py in Chromium, and writes NAME-desktop.png and NAME-phone.png.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from flows.archive import Archive  # noqa: E402
from index.access_log import Noting  # noqa: E402
from index.accounts import add_account  # noqa: E402
from saraban import answers  # noqa: E402
from saraban.web.app import create_app  # noqa: E402
from tests.saraban.web.addresses import ADDRESSES, WITH_ACCOUNTS  # noqa: E402
from tests.saraban.web.serving import chromium_path, serving  # noqa: E402

WIDTHS = {"desktop": (1280, 800), "phone": (390, 844)}
IN_README = {"search-words": 800, "desk": 830, "trace-letter": 830, "due": 800}  # pixels high
DOCS = ROOT / "docs"
TALLEST = 3000  # pixels; a longer page is cut there
PASSWORD = "ฝนตกที่หน้าต่าง"  # of accounts in a copy of the archive that is thrown away
AS_OF = "2021-05-01"  # a day after the first reports of the sample documents fell due


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--home", type=Path, default=ROOT / "build" / "demo")
    asked.add_argument("--out", type=Path, default=ROOT / "build" / "screenshots")
    asked.add_argument("--only", default="", help="pages whose name holds this")
    asked.add_argument("--lang", default="th", choices=("th", "en"))
    asked.add_argument("--readme", action="store_true", help="also those in docs/")
    options = asked.parse_args()
    if not (options.home / "catalogue.db").is_file():
        sys.exit(f"there is no archive in {options.home}; make it with: make run")
    options.out.mkdir(parents=True, exist_ok=True)
    with (
        Archive.open(options.home) as archive,
        serving(create_app(archive)) as base,
        sync_playwright() as play,
    ):
        browser = play.chromium.launch(executable_path=chromium())
        places = known(archive)
        answers.search(archive, "รายงาน")  # the first search of a program opens the index
        for name, address in ADDRESSES.items():
            if options.only in name:
                wanted = base + address.format(**places)
                photograph(browser, wanted, name, options.out, options.lang)
        if any(options.only in name for name in WITH_ACCOUNTS):
            with_accounts(browser, archive, options)
        browser.close()
    if options.readme:
        for_the_readme(options.out)


def for_the_readme(pictures: Path) -> None:
    """The few pictures that README.md shows: the upper part of pages on a desk, smaller."""
    for name, height in IN_README.items():
        with Image.open(pictures / f"{name}-desktop.png") as picture:
            part = picture.convert("RGB").crop((0, 0, WIDTHS["desktop"][0], height))
        part.thumbnail((960, 960), Image.Resampling.LANCZOS)
        part.save(DOCS / f"page-{name}.webp", quality=82, method=6)
        print(DOCS / f"page-{name}.webp")


def with_accounts(browser: Browser, archive: Archive, options: argparse.Namespace) -> None:
    """The pages that are there only where one logs in, of a copy of the archive with accounts."""
    with TemporaryDirectory() as folder:
        shutil.copytree(archive.home.root, Path(folder) / "home")
        with Archive.open(Path(folder) / "home") as copy:
            for name, role in (("สมศรี", "admin"), ("สมชาย", "officer"), ("สมหมาย", "auditor")):
                add_account(copy.catalogue, name, PASSWORD, role, role == "admin")
            for id_ in copy.catalogue.ids()[:3]:
                for what in ("GET /", "POST /review/"):
                    Noting(copy.catalogue, "สมศรี", "10.0.0.7", f"{what}documents/{id_}")([id_])
            with serving(create_app(copy, demand_login=True)) as base:
                context = browser.new_context()
                photograph(context, f"{base}/login", "login", options.out, options.lang)
                page = context.new_page()
                page.goto(f"{base}/login")
                page.fill("input[name=name]", "สมศรี")
                page.fill("input[name=password]", PASSWORD)
                page.press("input[name=password]", "Enter")
                page.wait_for_url(f"{base}/")
                for name, address in WITH_ACCOUNTS.items():
                    if name != "login":
                        photograph(context, base + address, name, options.out, options.lang)
                context.close()


def photograph(
    browser: Browser | BrowserContext, address: str, name: str, out: Path, language: str
) -> None:
    for device, (width, height) in WIDTHS.items():
        page = browser.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.goto(address + ("&" if "?" in address else "?") + f"lang={language}")
        page.wait_for_load_state("networkidle")
        path = out / f"{name}-{device}.png"
        page.screenshot(path=path, clip=whole(page, width, height))
        wide = page.evaluate("document.documentElement.scrollWidth")
        print(path, "" if wide <= width else f"  (wider than the screen: {wide} pixels)")
        page.close()


def whole(page: Page, width: int, height: int) -> dict[str, float]:
    """The whole page, unless it is very long."""
    tall: int = page.evaluate("document.documentElement.scrollHeight")
    tall = min(max(tall, height), TALLEST)
    page.set_viewport_size({"width": width, "height": tall})
    return {"x": 0, "y": 0, "width": width, "height": tall}


def known(archive: Archive) -> dict[str, str]:
    """What the blanks of the addresses stand for: a letter that is answered, and its answer."""
    lines = [one for one in answers.due(archive, AS_OF) if one["report"]]
    if not lines:
        sys.exit("the archive holds no report that answers a letter; make it anew with: make run")
    return {"letter": lines[0]["directive"]["id"], "report": lines[0]["report"]["id"]}


def chromium() -> str:
    """The browser that draws the pictures."""
    found = chromium_path()
    if found is None:
        sys.exit("Chromium is not installed; install it with: scripts/install.sh --tests")
    return found


if __name__ == "__main__":
    main()
