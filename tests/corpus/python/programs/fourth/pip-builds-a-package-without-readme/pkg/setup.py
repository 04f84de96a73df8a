from setuptools import setup

with open("README.md", encoding="utf-8") as file:
    text = file.read()

setup(name="ledger", version="1.4", long_description=text, py_modules=["ledger"])
