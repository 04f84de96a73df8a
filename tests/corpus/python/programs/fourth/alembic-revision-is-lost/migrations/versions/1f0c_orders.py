"""orders

Revision ID: 1f0c5a7e2b31
Revises:
"""
import sqlalchemy as sa
from alembic import op

revision = "1f0c5a7e2b31"
down_revision = None


def upgrade():
    op.create_table("orders", sa.Column("id", sa.Integer, primary_key=True), sa.Column("total", sa.Numeric))
