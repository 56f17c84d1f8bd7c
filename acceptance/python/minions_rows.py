"""Reads the rows of the sample `minions` through its generated models, and says what came out.

    minions_rows.py FOLDER SQLALCHEMY_URL

FOLDER holds the package `app`. Prints one JSON object: counts by table, a join over a relation from both ends, JSON
and array columns, enumerations by their members, what PostgreSQL computes.
"""

from __future__ import annotations

import json
import sys

import sqlalchemy as sa
from sqlalchemy.orm import Session, selectinload

sys.path.insert(0, sys.argv[1])

from app.models import (  # noqa: E402
    Base,
    MinionRank,
    SpiritBundles,
    SpiritCategory,
    SpiritsRegistry,
    SpiritTier,
    SubscriptionPlans,
    ToolsRegistry,
)


def main() -> None:
    engine = sa.create_engine(sys.argv[2])
    with Session(engine) as session:
        report = {
            "counts": {
                table.name: session.scalar(sa.select(sa.func.count()).select_from(table))
                for table in Base.metadata.sorted_tables
            },
            "categories": {
                category.value: count
                for category, count in session.execute(
                    sa.select(SpiritsRegistry.category, sa.func.count()).group_by(SpiritsRegistry.category)
                )
                if isinstance(category, SpiritCategory)
            },
            "tools": {
                spirit.name: len(spirit.tools_registry)
                for spirit in session.scalars(
                    sa.select(SpiritsRegistry).options(selectinload(SpiritsRegistry.tools_registry))
                )
            },
            "spirit of draft_text": session.scalars(
                sa.select(ToolsRegistry).where(ToolsRegistry.name == "draft_text")
            )
            .one()
            .spirit.name,
            "verifiers": sorted(
                session.scalars(
                    sa.select(SpiritsRegistry.name)
                    .join(SpiritsRegistry.tools_registry)
                    .where(ToolsRegistry.kind == "verify", SpiritsRegistry.tier == SpiritTier.FREE)
                    .distinct()
                )
            ),
            "strict": sorted(
                session.scalars(
                    sa.select(SpiritsRegistry.name).where(
                        SpiritsRegistry.traits["strictness"].as_string() == "high"
                    )
                )
            ),
            "traits of Writer": session.scalars(
                sa.select(SpiritsRegistry.traits).where(SpiritsRegistry.name == "Writer")
            ).one(),
            "experts and above": sorted(
                session.scalars(
                    sa.select(SpiritsRegistry.name).where(SpiritsRegistry.unlock_rank >= MinionRank.EXPERT)
                )
            ),
            "savings": {
                bundle.name: bundle.savings_percent
                for bundle in session.scalars(sa.select(SpiritBundles).order_by(SpiritBundles.id))
            },
            "bundles with Reviewer": sorted(
                session.scalars(
                    sa.select(SpiritBundles.name).where(SpiritBundles.spirits.contains(["Reviewer"]))
                )
            ),
            "plans": [
                [plan.name, str(plan.monthly_price_usd), [tier.name for tier in plan.included_tiers], plan.max_minions]
                for plan in session.scalars(sa.select(SubscriptionPlans).order_by(SubscriptionPlans.sort_order))
            ],
            "found": sorted(
                session.scalars(
                    sa.select(SpiritsRegistry.name).where(
                        SpiritsRegistry.search.op("@@")(sa.func.to_tsquery("english", "queries | migration | lose"))
                    )
                )
            ),
        }
    print(json.dumps(report, sort_keys=True))


main()
