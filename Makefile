# The two commands of the README. Both are safe to repeat.

.PHONY: site test lint dependencies

site: dependencies
	swift build -c release --product remit
	.build/release/remit build
	@echo "Open $(CURDIR)/site/index.html"

test: dependencies
	swift test
	swift build -c release --product remit

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

# libcmark is the one system package that the program needs.
dependencies:
	@.ci/install-dependencies
