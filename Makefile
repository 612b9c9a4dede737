# The two commands of the README. Both are safe to repeat.

.PHONY: site test lint release workflows servers dependencies

site: dependencies
	swift build -c release --product remit
	.build/release/remit build
	@echo "Open $(CURDIR)/site/index.html"

test:
	@.ci/install-dependencies tests
	swift test
	swift build -c release --product remit

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

# A program that needs nothing of the machine on which it runs; in a folder of its own, so that other builds
# aren't begun anew.
release: dependencies
	swift build -c release --product remit --static-swift-stdlib -Xswiftc -static-executable \
	  --scratch-path .build/static
	.ci/pack-release .build/static/release/remit

# The CI workflows in the repository and in the manual: well-formed, safe, and their steps run.
workflows:
	@.ci/check-workflows .build/release/remit

# The settings for web servers in the manual, with those servers that are installed.
servers:
	@Tests/Servers/run.py .build/release/remit

# libcmark is the one system package that the program needs.
dependencies:
	@.ci/install-dependencies
