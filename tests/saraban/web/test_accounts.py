"""Accounts on the pages: who gets in, who may do what, and what nobody else is shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from flows.archive import Archive
from index import accounts
from index.access_log import accesses
from saraban import answers
from saraban.web.app import create_app
from tests.saraban.web.conftest import PASSWORD, LogIn, token_in


@pytest.fixture
def stranger(archive: Archive) -> TestClient:
    app = create_app(archive, ("*",), demand_login=True)
    return TestClient(app, base_url="http://archive.example", follow_redirects=False)


@pytest.fixture
def secret(archive: Archive) -> str:
    return str(answers.show(archive, "ว 789")["id"])


@pytest.mark.parametrize("page", ["/", "/register", "/due?as_of=2021-05-01", "/documents/x/trace"])
def test_a_stranger_is_asked_to_log_in(stranger: TestClient, page: str) -> None:
    answer = stranger.get(page)
    assert answer.status_code == 303
    form = stranger.get(answer.headers["location"])
    assert form.status_code == 200
    assert f'name="onward" value="{page}"' in form.text
    assert "กล่องรับ" not in form.text


@pytest.mark.parametrize("address", ["/api/v1/search?query=ว 123", "/api/v1/openapi.json"])
def test_a_program_without_password_is_told_so(stranger: TestClient, address: str) -> None:
    answer = stranger.get(address)
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "login_needed")
    assert answer.headers["www-authenticate"].startswith("Basic")


def test_a_program_may_send_name_and_password_along(stranger: TestClient) -> None:
    auth = ("สมชาย".encode(), PASSWORD.encode())
    found = stranger.get("/api/v1/search?query=ว 123", auth=auth)
    assert found.json()["total"] > 0
    wrong = stranger.get("/api/v1/search?query=ว 123", auth=(auth[0], b"wrong"))
    assert (wrong.status_code, wrong.json()["error"]["code"]) == (401, "login_refused")


def test_who_logs_in_goes_on_to_where_he_wanted(stranger: TestClient) -> None:
    form = stranger.get("/login?next=/register")
    fields = {"name": "สมชาย", "password": PASSWORD, "csrf": token_in(form.text)}
    answer = stranger.post("/login", data={**fields, "onward": "/register"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/register")
    cookie = next(c for c in answer.headers.get_list("set-cookie") if "saraban_session" in c)
    assert "HttpOnly" in cookie and "SameSite=strict" in cookie and "Secure" not in cookie
    assert stranger.get("/register").status_code == 200


def test_over_https_the_cookie_stays_on_https(archive: Archive) -> None:
    app = create_app(archive, ("*",), demand_login=True)
    client = TestClient(app, base_url="https://archive.example", follow_redirects=False)
    fields = {"name": "สมชาย", "password": PASSWORD, "csrf": token_in(client.get("/login").text)}
    cookies = client.post("/login", data=fields).headers.get_list("set-cookie")
    assert all("Secure" in cookie for cookie in cookies if "Max-Age=0" not in cookie)


@pytest.mark.parametrize("evil", ["//evil.example/", "https://evil.example", "/\\evil.example", ""])
def test_a_login_leads_to_no_other_site(stranger: TestClient, evil: str) -> None:
    form = stranger.get("/login", params={"next": evil})
    assert 'name="onward" value="/"' in form.text


def test_a_wrong_password_is_told_without_saying_what_is_wrong(
    stranger: TestClient, archive: Archive
) -> None:
    token = token_in(stranger.get("/login").text)
    told = []
    for name in ("สมหมาย", "ไม่มีใคร"):
        fields = {"name": name, "password": "wrong password", "csrf": token}
        answer = stranger.post("/login", data=fields)
        told.append((answer.status_code, answer.text.replace(name, "")))
    assert told[0] == told[1]
    assert told[0][0] == 401
    assert "ชื่อหรือรหัสผ่านไม่ถูกต้อง" in told[0][1]


def test_guessing_is_slowed_down(stranger: TestClient) -> None:
    token = token_in(stranger.get("/login").text)
    fields = {"name": "ใครก็ไม่รู้", "password": "wrong password", "csrf": token}
    answers_ = [stranger.post("/login", data=fields).status_code for _ in range(6)]
    assert answers_ == [401] * 5 + [429]


@pytest.mark.parametrize("token", ["", "0" * 64])
def test_a_form_of_another_site_does_nothing(log_in: LogIn, token: str) -> None:
    browser = log_in("นายทะเบียน")
    answer = browser.post("/logout", data={"csrf": token})
    assert answer.status_code == 403
    assert browser.get("/accounts").status_code == 200


def test_the_token_of_another_visit_is_worth_nothing(log_in: LogIn) -> None:
    one, other = log_in("นายทะเบียน"), log_in("สมชาย")
    stolen = token_in(other.get("/").text)
    assert one.post("/logout", data={"csrf": stolen}).status_code == 403


def test_logging_out_ends_the_session(log_in: LogIn) -> None:
    browser = log_in("สมชาย")
    session = browser.cookies["saraban_session"]
    browser.post("/logout", data={"csrf": token_in(browser.get("/").text)})
    browser.cookies.set("saraban_session", session)
    assert browser.get("/", follow_redirects=False).status_code == 303


@pytest.mark.parametrize(
    ("name", "page", "status"),
    [
        ("สมศรี", "/inbox", 200),
        ("สมศรี", "/review", 200),
        ("สมศรี", "/accounts", 403),
        ("สมศรี", "/log", 403),
        ("สมชาย", "/inbox", 403),
        ("สมชาย", "/review", 403),
        ("สมชาย", "/", 200),
        ("สมหมาย", "/due", 200),
        ("สมหมาย", "/inbox", 403),
        ("สมหมาย", "/log", 403),
        ("นายทะเบียน", "/inbox", 200),
        ("นายทะเบียน", "/accounts", 200),
        ("นายทะเบียน", "/log", 200),
    ],
)
def test_what_roles_may_open(log_in: LogIn, name: str, page: str, status: int) -> None:
    assert log_in(name).get(page).status_code == status


def test_the_admin_keeps_the_accounts(log_in: LogIn, archive: Archive) -> None:
    browser = log_in("นายทะเบียน")

    def send(address: str, **fields: str) -> str:
        token = token_in(browser.get("/accounts").text)
        return browser.post(address, data={**fields, "csrf": token}).text

    new = {"name": "<b>ใหม่</b>", "password": PASSWORD}
    shown = send("/accounts", **new, role="officer", cleared="true")
    assert "เพิ่มบัญชี &lt;b&gt;ใหม่&lt;/b&gt; แล้ว" in shown
    assert "มีบัญชีชื่อนี้แล้ว" in send("/accounts", **new, role="officer")
    send("/accounts/rights", name=new["name"], role="auditor")
    known = {one.name: one for one in accounts.accounts(archive.catalogue)}
    assert (known[new["name"]].role, known[new["name"]].cleared) == ("auditor", False)
    assert "รหัสผ่านต้องมี" in send("/accounts/password", name=new["name"], password="สั้น")
    send("/accounts/remove", name=new["name"])
    assert new["name"] not in {one.name for one in accounts.accounts(archive.catalogue)}
    assert "ต้องมีผู้ดูแลระบบ" in send("/accounts/remove", name="นายทะเบียน")


def test_one_changes_ones_own_password(log_in: LogIn, archive: Archive) -> None:
    accounts.add_account(archive.catalogue, "ชั่วคราว", PASSWORD, "officer")
    browser = log_in("ชั่วคราว")

    def send(old: str, new: str, again: str) -> str:
        fields = {"old": old, "new": new, "again": again}
        token = token_in(browser.get("/account").text)
        return browser.post("/account", data={**fields, "csrf": token}).text

    other = "แดดออกตอนบ่าย"
    assert "ไม่ตรงกัน" in send(PASSWORD, other, "อื่น")
    assert "not right" in send("wrong password", other, other)
    assert "รหัสผ่านต้องมี" in send(PASSWORD, "สั้น", "สั้น")
    assert "เปลี่ยนรหัสผ่านแล้ว" in send(PASSWORD, other, other)
    assert accounts.check_login(archive.catalogue, "ชั่วคราว", other, "here").name == "ชั่วคราว"
    accounts.remove_account(archive.catalogue, "ชั่วคราว")


WAYS = (
    "/documents/{id}",
    "/documents/{id}/trace",
    "/files/{sha256}",
    "/files/{sha256}/pages/1.jpg",
    "/api/v1/show?document={id}",
    "/api/v1/show?document=ว 789",
    "/api/v1/trace?document={id}",
)


@pytest.mark.parametrize("way", WAYS)
def test_a_secret_document_is_not_there_for_who_is_not_cleared(
    log_in: LogIn, archive: Archive, secret: str, way: str
) -> None:
    sha256 = archive.catalogue.document(secret).sha256
    browser = log_in("สมชาย")
    answer = browser.get(way.format(id=secret, sha256=sha256))
    elsewhere = way.format(id="0123456789ab-1", sha256="0" * 64).replace("ว 789", "ว 987")
    nothing = browser.get(elsewhere)
    assert answer.status_code == nothing.status_code == 404
    for asked, wanted in ((secret, "0123456789ab-1"), (sha256, "0" * 64), ("ว 789", "ว 987")):
        nothing_said = nothing.text.replace(wanted, asked)
        if asked in answer.text:
            assert strip(answer.text) == strip(nothing_said)


def strip(page: str) -> str:
    """A page without the token, which is another in each visit."""
    return page.replace("%20", " ").partition("<main")[2] or page


PAGES = ("/", "/?q=แผนปกปิด", "/?q=ว 789", "/register", "/due", "/dashboard")


@pytest.mark.parametrize("page", [*PAGES, "/api/v1/search?query=แผนปกปิด", "/api/v1/search"])
def test_nor_is_it_told_of(log_in: LogIn, archive: Archive, secret: str, page: str) -> None:
    shown = log_in("สมชาย").get(page)
    assert shown.status_code == 200
    said = shown.text.replace("แผนปกปิด", "", shown.text.count('value="แผนปกปิด"') + 3)
    assert secret not in shown.text and "ว 789<" not in shown.text and "ลับมาก" not in said
    cleared = log_in("สมหมาย").get(page)
    assert cleared.status_code == 200


def test_nor_by_the_documents_it_speaks_of(log_in: LogIn, archive: Archive, secret: str) -> None:
    cited = answers.show(archive, "ว 123")["id"]
    assert secret not in log_in("สมชาย").get(f"/documents/{cited}/trace").text
    assert secret in log_in("สมหมาย").get(f"/documents/{cited}/trace").text


def test_nor_counted(log_in: LogIn) -> None:
    counts = [log_in(name).get("/api/v1/search").json()["total"] for name in ("สมชาย", "สมหมาย")]
    assert counts == [2, 3]


@pytest.mark.parametrize(
    "way",
    [
        "/documents/{id}",
        "/files/{sha256}",
        "/api/v1/show?document={id}",
        "/register",
        "/?q=ว 789",
        "/api/v1/register?kind=external_letter",
    ],
)
def test_every_look_at_it_is_in_the_log(
    log_in: LogIn, archive: Archive, secret: str, way: str
) -> None:
    before = len(accesses(archive.catalogue, limit=10_000))
    sha256 = archive.catalogue.document(secret).sha256
    address = way.format(id=secret, sha256=sha256)
    assert log_in("สมหมาย").get(address).status_code == 200
    log = accesses(archive.catalogue, limit=10_000)
    assert len(log) == before + 1
    assert (log[0].who, log[0].document_id) == ("สมหมาย", secret)
    assert log[0].what == f"GET {address.partition('?')[0]}"
    shown = log_in("นายทะเบียน").get("/log").text
    assert secret in shown and "สมหมาย" in shown


def test_nobody_needs_an_account_on_the_machine_itself(client: TestClient) -> None:
    assert client.get("/inbox").status_code == 200
    assert client.get("/login").status_code == 404
    assert "ไม่ต้องมีบัญชี" in client.get("/account").text


Change = Callable[[TestClient], None]
