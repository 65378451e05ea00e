"""Statements of weekly reviews and monthly reflections."""

from sqlalchemy import Executable, bindparam, delete, select

from keseimbangan.store.statements.shared import METADATA, change, insertion

reflections = METADATA.tables["monthly_reflections"]
decisions = METADATA.tables["review_decisions"]
items = METADATA.tables["review_items"]
reviews = METADATA.tables["weekly_reviews"]

REVIEWS: dict[str, Executable] = {
    "INSERT_WEEKLY_REVIEW": insertion(reviews),
    "UPDATE_WEEKLY_REVIEW": change(reviews),
    "WEEKLY_REVIEW_OF": select(reviews).where(reviews.c.week == bindparam("week")),
    "WEEKLY_REVIEWS_BETWEEN": select(reviews)
    .where(
        reviews.c.week >= bindparam("first"),
        reviews.c.week <= bindparam("last"),
    )
    .order_by(reviews.c.week),
    "INSERT_REVIEW_ITEM": insertion(items),
    "DELETE_REVIEW_ITEMS": delete(items).where(items.c.review_id == bindparam("review")),
    "REVIEW_ITEMS_OF": select(items)
    .where(items.c.review_id == bindparam("review"))
    .order_by(items.c.kind, items.c.position),
    "INSERT_REVIEW_DECISION": insertion(decisions),
    "DELETE_REVIEW_DECISIONS": delete(decisions).where(
        decisions.c.review_id == bindparam("review")
    ),
    "REVIEW_DECISIONS_OF": select(decisions)
    .where(decisions.c.review_id == bindparam("review"))
    .order_by(decisions.c.id),
    "INSERT_MONTHLY_REFLECTION": insertion(reflections),
    "UPDATE_MONTHLY_REFLECTION": change(reflections),
    "MONTHLY_REFLECTION_OF": select(reflections).where(reflections.c.month == bindparam("month")),
}
