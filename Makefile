# The commands of the README and of CI. All are safe to repeat.

.PHONY: site test lint release workflows servers dependencies

site: dependencies
	swift build -c release --product remit
	.build/release/remit build
	@echo "Open $(CURDIR)/site/index.html"

# More than the machine has processors would wait for one another, and those with a time limit would pass it.
TESTS_AT_ONCE = 2

test:
	@.ci/install-dependencies tests
	swift build --build-tests
	SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=$(TESTS_AT_ONCE) swift test --skip-build

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

# A program that needs nothing of the machine on which it runs; in a folder of its own, so that other builds
# aren't begun anew.
release: dependencies
	swift build -c release --product remit --static-swift-stdlib -Xswiftc -static-executable \
	  --scratch-path .build/static
	.ci/pack-release .build/static/release/remit

# The program that the next two try.
PROGRAM = .build/release/remit

# The CI workflows in the repository and in the manual: well-formed, safe, and their steps run.
workflows:
	@.ci/check-workflows $(PROGRAM)

# The settings for web servers in the manual, with those servers that are installed.
servers:
	@Tests/Servers/run.py $(PROGRAM)

# libcmark is the one system package that the program needs.
dependencies:
	@.ci/install-dependencies
