"""Runs each query on the same rows and compares what it returns, and how many statements it sent.

Expected is what Prisma's documentation says of the call; the statements are those that Prisma's
engine would send, or fewer.
"""

import asyncio
import inspect

import queries
import sqlalchemy as sa
from app.core import database
from app.models import Base, Comment, Membership, Paper, Post, Role, Team, User

EXPECTED = {
    "one_by_key": ("Ann", 1),
    "none_by_key": (None, 1),
    "raises_where_none_is": ("raised", 1),
    "one_by_a_compound_key": (1, 1),
    "first_in_an_order": ("Bob", 1),
    "a_page": (["three", "one_"], 1),
    "nulls_last": ([None, "Ann", "Bob"], 1),
    "counted": (2, 1),
    "counted_of_a_page": (2, 1),
    "equal_to_none": (1, 1),
    "equal_to_a_variable_that_is_none": (1, 1),
    "not_equal_leaves_null_out": (["Bob"], 1),
    "not_none": (2, 1),
    "in_a_list": (["Ann", None], 1),
    "in_nothing": ([], 1),
    "between": (2, 1),
    "contains_a_wildcard": (3, 1),
    "without_regard_to_case": (["Ann"], 1),
    "with_regard_to_case": ([], 1),
    "an_enum": (["Ann"], 1),
    "in_an_array": (["Ann", "Bob"], 1),
    "some_in_an_array": (["Ann"], 1),
    "all_in_an_array": (["Ann"], 1),
    "an_empty_array": (1, 1),
    "either": (["Ann"], 1),
    "either_of_nothing": ([], 1),
    "either_of_many": (2, 1),
    "neither": ([], 1),
    "not_both": (3, 1),
    "of_an_author": (2, 1),
    "not_edited_by": (2, 1),
    "without_an_editor": (2, 1),
    "some_of_theirs": (["Ann", "Bob"], 1),
    "every_one_of_theirs": (["Bob", None], 1),
    "none_of_theirs": ([None], 1),
    "with_what_belongs_to_them": ([[2, 0], ["Bob", None], 1], 4),
    "with_some_that_belong_to_them": ([1, 1, 0], 2),
    "created": ([True, None, "ADMIN", ["a"], 0, "h"], 1),
    "created_with_its_author": (["Bob", 1, {"a": [1, None]}, b"\x00\x01", False], 2),
    "json_that_was_dumped": (True, 1),
    "a_key_that_is_taken": ("raised", 1),
    "many_created": (2, 1),
    "updated": (["Rob", 2, ["b", "z"]], 1),
    "updated_where_none_is": (None, 1),
    "many_updated": (1, 1),
    "what_was_read_stays_as_it_was": (["Ann", "Anna"], 2),
    "deleted": ("good", 1),
    "deleted_where_none_is": (None, 1),
    "many_deleted": (2, 1),
    "changed_or_created": ([1, 6, "dan@x.org", 0], 2),
    "together_or_not_at_all": (5, 2),
    "in_a_batch": (3, 3),
    "raw": ([{"id": 1, "at": "10:30"}], 1),
    "raw_first": (3, 1),
    "raw_changes": (2, 1),
    "a_dict_that_grows": ([2, 2], 2),
    "data_that_grows": (["other", "Other"], 1),
    "asked_before_a_branch": ("ann@x.org", 2),
    "dicts_from_elsewhere": (
        [["Ann"], ["Bob", None], ["Ann", "Bob"], ["Bob"], ["Bob", "Ann"], [None], [2, 1]],
        8,
    ),
    "a_key_from_elsewhere": (1, 1),
    "data_from_elsewhere": (["new", 6, ["a", "b", "q"], "MEMBER"], 1),
    "a_spread": (["spread", 2, {"x": 1}], 1),
    "groups": (
        [
            {"authorId": 1, "_count": {"_all": 2}, "_max": {"id": 2}},
            {"authorId": 2, "_count": {"_all": 1}, "_max": {"id": 3}},
        ],
        1,
    ),
    "groups_that_have": (
        [
            {
                "authorId": 1,
                "_sum": {"id": 3},
                "_avg": {"id": 1.5},
                "_min": {"title": "one_"},
                "_count": {"editorId": 1},
            }
        ],
        1,
    ),
    "groups_in_the_order_of_a_sum": ([{"published": True, "_sum": {"id": 4}}], 1),
    "the_first_of_what_belongs_to_each": ([["three"], ["two"], []], 3),
    "what_belongs_to_one_in_order": (["three", "one_"], 2),
    "what_belongs_to_what_belongs_in_order": ([["bad", "good"], []], 3),
    "one_of_each": (["three", "two"], 1),
    "from_a_cursor": ([["Bob", "Ann"], ["Bob", None], [None]], 3),
    "dicts_inside_of_dicts": (
        [
            [["one_", "bad"], ["three"]],
            [["two"]],
            [],
            [["two"]],
            [["one_", "bad"]],
            [],
            [["one_", "bad"]],
        ],
        12,
    ),
    "lists_that_are_null": ([[], 0, [], [], []], 2),
    "what_may_be_nothing": (
        [["Ann", "h", True, 0], ["Rose", "x", True, 1], "Rose"],
        7,
    ),
    "in_a_direction": ([["Ann", "Bob", None], [None, "Bob", "Ann"]], 2),
    "made_together": ([True, 0, ["n1", "n2"], "n2"], 4),
    "inside_json": ([1, 0, 1, 1, 1, 0], 7),
    "in_a_batch_of_a_variable": (["one", "z", "y"], 4),
    "in_a_batch_of_a_transaction": (["one", "x"], 3),
    "one_dict_or_another": ([[2, 1], [1, 3], [3, 3]], 6),
    "a_key_that_comes_from_elsewhere": (
        (["Ann", "Bob"], {"userId_teamId": {"userId": 1, "teamId": 1}}),
        2,
    ),
    "what_is_no_key": ("raised", 0),
    "an_upsert_that_spreads": (3, 1),
    "a_team_upserted": (7, 2),
    "as_dicts": (["h", "ADMIN", None, 1, ["bob@x.org"], True], 3),
    "at_the_same_time": ((3, [1, 1]), 2),
    "in_one_statement": ((5, 6), 2),
    "in_two_ways_at_the_same_time": ((1, 2), 4),
    "times_that_come_from_elsewhere": ("08 and 09: 1", 3),
    "near_a_vector": (
        (
            [[1, "east", 1.0], [3, "northeast", 0.707]],
            [{"key": "3", "distance": 1.0}, {"key": "1", "distance": 0.0}],
            "northeast",
        ),
        3,
    ),
}


async def fill():
    async with database.engine.begin() as connection:
        await connection.execute(sa.text("CREATE EXTENSION IF NOT EXISTS vector"))
        await connection.run_sync(Base.metadata.drop_all)
        await connection.run_sync(Base.metadata.create_all)
    async with database.AsyncSessionLocal.begin() as session:
        session.add_all(
            [
                User(email="ann@x.org", name="Ann", password_hash="h", role=Role.ADMIN,
                     tags=["a", "b"], visits=5),
                User(email="bob@x.org", name="Bob", password_hash="h", tags=["b"]),
                User(email="cat@x.org", name=None, password_hash="h", tags=[]),
                Team(name="one"),
                Paper(title="east", embedding=[1, 0]),
                Paper(title="north", embedding=[0, 1]),
                Paper(title="northeast", embedding=[1, 1]),
                Paper(title="nowhere"),
            ]
        )
        await session.flush()
        session.add_all(
            [
                Post(title="one_", author_id=1, editor_id=2, published=True),
                Post(title="three", author_id=1),
                Post(title="two", author_id=2, published=True),
                Membership(user_id=1, team_id=1),
            ]
        )
        await session.flush()
        session.add_all([Comment(text="good", post_id=1), Comment(text="bad", post_id=1)])


async def main():
    await database.startup()
    sent = []

    @sa.event.listens_for(database.engine.sync_engine, "after_cursor_execute")
    def count(connection, cursor, statement, *_):
        # What begins and ends a part of a transaction is no query, as BEGIN and COMMIT are none.
        if not statement.startswith(("SAVEPOINT", "RELEASE SAVEPOINT")):
            sent.append(statement)

    wrong = []
    found = [
        name
        for name, it in inspect.getmembers(queries)
        if inspect.iscoroutinefunction(it) and not inspect.signature(it).parameters
    ]
    assert sorted(found) == sorted(EXPECTED), set(found) ^ set(EXPECTED)
    for name, (expected, statements) in EXPECTED.items():
        await fill()
        sent.clear()
        try:
            actual = await getattr(queries, name)()
        except Exception as problem:
            wrong.append(f"{name}: {type(problem).__name__}: {problem}")
            continue
        if actual != expected:
            wrong.append(f"{name}: {actual!r} is not {expected!r}")
        if len(sent) > statements:
            wrong.append(f"{name}: {len(sent)} statements are more than {statements}")
    health = await database.health()
    assert health["status"] == "ok", health
    assert health["pool"]["in_use"] == 0, health
    await database.shutdown()
    print("\n".join(wrong))
    print(f"{len(EXPECTED)} queries, {len(wrong)} wrong")


asyncio.run(main())
