"""Committees (คณะกรรมการ, คณะทำงาน), their members, roles and duties."""
