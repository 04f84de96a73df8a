#!/bin/bash
bats --tap tests.bats
