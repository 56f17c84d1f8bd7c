import sqlalchemy as sa
from sqlalchemy.dialects import postgresql as pg

metadata = sa.MetaData()

rooms = sa.Table(
    "rooms",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("code", sa.String(8), nullable=False, comment="on the door"),
)

bookings = sa.Table(
    "bookings",
    metadata,
    sa.Column("room_id", sa.ForeignKey("rooms.id", deferrable=True, initially="DEFERRED")),
    sa.Column("during", pg.TSTZRANGE(), nullable=False),
    pg.ExcludeConstraint(("room_id", "="), ("during", "&&"), name="bookings_no_overlap"),
)

numbers = sa.Sequence("ticket_numbers", start=1000, increment=5, metadata=metadata)
