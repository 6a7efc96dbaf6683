"""The HTTP API: the JSON of the commands, described by OpenAPI, and no request breaks it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from flows.archive import Archive
from saraban import answers
from saraban.web.app import create_app


@pytest.fixture
def id_(archive: Archive) -> str:
    return str(answers.show(archive, "ว 123")["id"])


CHECKS = [
    schemathesis.checks.not_a_server_error,
    schemathesis.checks.response_schema_conformance,
    schemathesis.checks.status_code_conformance,
]
Expected = Callable[[Archive, str], object]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/show?document=ว 123", lambda archive, id_: answers.show(archive, id_)),
        ("/documents/{id_}", lambda archive, id_: answers.show(archive, id_)),
        ("/trace?document={id_}", lambda archive, id_: answers.trace(archive, id_)),
        ("/due?as_of=2022-05-01", lambda archive, _: answers.due(archive, "2022-05-01")),
        ("/register", lambda archive, _: answers.register(archive)),
    ],
)
def test_it_says_what_the_commands_print(
    client: TestClient, archive: Archive, id_: str, address: str, expected: Expected
) -> None:
    told = client.get(f"/api/v1{address.format(id_=id_)}").json()
    assert told == json.loads(json.dumps(expected(archive, id_)))


def test_it_searches(client: TestClient) -> None:
    found = client.get("/api/v1/search?query=ว 123&from=2022-01-01&sort=date").json()
    assert "กข 0012.3/ว 123" in {hit["number"] for hit in found["hits"]}
    assert set(found) == {"query", "total", "took_ms", "hits"}


def test_it_lists_documents_a_part_at_a_time(client: TestClient) -> None:
    parts = [client.get(f"/api/v1/documents?limit=2&offset={n}").json() for n in (0, 2, 4)]
    assert [len(part) for part in parts] == [2, 1, 0]
    ids = [one["id"] for part in parts for one in part]
    assert ids == sorted(set(ids))


def test_it_gives_the_pages_as_read(client: TestClient, id_: str) -> None:
    (page,) = client.get(f"/api/v1/documents/{id_}/pages").json()
    assert page["number"] == 1
    assert page["lines"][0]["text"] == "ที่ กข ๐๐๑๒.๓/ว ๑๒๓"
    assert len(page["lines"][0]["box"]) == 4


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/show?document=ว 999", 404, "not_found"),
        ("/documents/0123456789ab-1", 404, "not_found"),
        ("/documents/0123456789ab-1/pages", 404, "not_found"),
        ("/nothing", 404, "no_page"),
        ("/search?query=*", 400, "query_empty"),
        ("/search?from=yesterday", 400, "bad_query"),
        ("/search?query=%00", 400, "bad_query"),
        ("/search?kind=letter", 422, "bad_request"),
        ("/search?limit=0", 422, "bad_request"),
        ("/show", 422, "bad_request"),
    ],
)
def test_an_error_is_told_as_json(client: TestClient, address: str, status: int, code: str) -> None:
    answer = client.get(f"/api/v1{address}")
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert answer.json()["error"]["message"]


@pytest.mark.parametrize(
    "address", ["/search?query=ว 123", "/show?document={id_}", "/trace?document={id_}", "/register"]
)
def test_it_answers_as_it_says_it_does(client: TestClient, id_: str, address: str) -> None:
    described = client.get("/api/v1/openapi.json").json()
    path = "/api/v1" + address.partition("?")[0]
    content = described["paths"][path]["get"]["responses"]["200"]["content"]
    schema = {**content["application/json"]["schema"], "components": described["components"]}
    told = client.get("/api/v1" + address.format(id_=id_)).json()
    errors = [error.message for error in Draft202012Validator(schema).iter_errors(told)]
    assert errors == []


TRIES = settings(
    max_examples=8,
    database=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize("mode", schemathesis.GenerationMode)
def test_no_request_breaks_it(archive: Archive, mode: schemathesis.GenerationMode) -> None:
    """Schemathesis makes up requests for each address from its description, right and wrong."""
    app = create_app(archive, ("*",))
    described = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
    tried: set[str] = set()
    for found in described.get_all_operations():
        operation = found.ok()
        if mode.is_negative and not [*operation.query, *operation.path_parameters]:
            continue

        @TRIES
        @given(case=operation.as_strategy(generation_mode=mode))
        def answers_without_fault(case: schemathesis.Case) -> None:
            tried.add(case.path)
            case.call_and_validate(checks=CHECKS)

        answers_without_fault()
    assert len(tried) == 8
