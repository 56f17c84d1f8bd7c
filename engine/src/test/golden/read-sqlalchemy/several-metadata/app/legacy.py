import sqlalchemy as sa

metadata = sa.MetaData(schema="legacy")
customers = sa.Table("customers", metadata, sa.Column("id", sa.Integer, primary_key=True))
unrelated = sa.MetaData()
sa.Table("not_read", unrelated, sa.Column("id", sa.Integer, primary_key=True))
