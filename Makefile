# The commands of the README and of CI. All are safe to repeat.

.PHONY: site test fuzz lint release install uninstall debian workflows servers feeds bench bench-base bench-counts pages bench-pages bench-search screenshots pictures dependencies

site: dependencies
	swift build -c release --product remit
	.build/release/remit build
	@echo "Open $(CURDIR)/site/index.html"

# More than the machine has processors would wait for one another, and those with a time limit would pass it.
TESTS_AT_ONCE = 2

# Those that run the program run the released one: nine tenths of their time went by in the one for debugging.
test: release
	@.ci/install-dependencies tests
	swift build --build-tests
	REMIT_PROGRAM=$(CURDIR)/.build/static/remit \
	  SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=$(TESTS_AT_ONCE) swift test --skip-build
	@$(MAKE) --no-print-directory pages PROGRAM=.build/static/remit

# The same inputs in each run, about so many seconds of them; FUZZ_SEED=random gives others. It is built as the release
# is, whose objects it shares.
FUZZ_SECONDS = 120
FUZZ_SEED = 1

fuzz: dependencies
	swift build -c release --product remit-fuzz $(STATIC)
	.build/static/release/remit-fuzz run --seconds $(FUZZ_SECONDS) --seed $(FUZZ_SEED)

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

# A program that needs nothing of the machine on which it runs; in a folder of its own, so that other builds
# aren't begun anew.
STATIC = --static-swift-stdlib -Xswiftc -static-executable --scratch-path .build/static

release:
	@.ci/install-dependencies release
	swift build -c release --product remit $(STATIC) -Xlinker -Map=$(CURDIR)/$(LINKED)
	.ci/pack-release .build/static/release/remit $(LINKED)

# What the linker put into the program: whose licences have to go with it.
LINKED = .build/static/remit.map

# What make release laid out, so that nothing is built as another user. DESTDIR is for those who make packages.
PREFIX = /usr/local
RELEASE = .build/release-files

install:
	@test -x $(RELEASE)/bin/remit || { echo "Run make release first." >&2; exit 1; }
	cd $(RELEASE) && find . -type f -perm /111 -exec install -D -m 755 {} "$(DESTDIR)$(PREFIX)/{}" ';'
	cd $(RELEASE) && find . -type f ! -perm /111 -exec install -D -m 644 {} "$(DESTDIR)$(PREFIX)/{}" ';'

# Files first, then the folders that are Remit's alone.
uninstall:
	cd $(RELEASE) && find . -type f -exec rm -f "$(DESTDIR)$(PREFIX)/{}" ';'
	rm -df "$(DESTDIR)$(PREFIX)/share/doc/remit/manual" "$(DESTDIR)$(PREFIX)/share/doc/remit/licences" "$(DESTDIR)$(PREFIX)/share/doc/remit"

# The package that make release made, in a Debian of its own: installed, used, removed.
debian:
	@.ci/try-debian

# The program that the next ones try.
PROGRAM = .build/release/remit

# The CI workflows in the repository and those that remit init writes: well-formed, safe, and their steps run.
workflows:
	@.ci/check-workflows $(PROGRAM)

# The settings for web servers in the manual, with those servers that are installed.
servers:
	@Tests/Servers/run.py $(PROGRAM)

# Calendars and feeds, read back by programs that know nothing of Remit.
feeds:
	@.ci/check-feeds $(PROGRAM)

# How fast Remit is, how much memory it takes and how much it writes, beside Hugo and the floor. BENCH="--manual" writes the
# figures into the manual, "--rounds 1 --add" adds a round to those of earlier runs, "--storage memory disk" takes the disk too.
# Ends with bench-counts.
SIZES = 1000 10000
BENCH =

bench:
	@.ci/install-dependencies bench
	@Tests/Benchmark/run.py $(PROGRAM) --sizes $(SIZES) $(BENCH)
	@Tests/Benchmark/callgrind.py $(PROGRAM)

# Instructions, which hardly vary where seconds do: what grew by over a tenth. COUNTS="--update" keeps the new ones.
COUNTS =

bench-counts:
	@.ci/install-dependencies bench
	@Tests/Benchmark/callgrind.py $(PROGRAM) $(COUNTS)

# Whether the generated knowledge base is what the benchmark takes it for.
bench-base:
	@Tests/Benchmark/check.py $(PROGRAM)

# The built site as its readers see it, in chromium; CHECKS="--only axe print" for some of what Tests/Pages/checks has.
CHECKS =

pages:
	@.ci/install-dependencies pages
	@REMIT_PROGRAM=$(CURDIR)/$(PROGRAM) Tests/Pages/run.py $(CHECKS)

# How fast pages of each kind are there on a slow line and processor.
bench-pages:
	@.ci/install-dependencies pages
	@Tests/Pages/bench.py

# How much a query fetches, and how soon its results are there; SEARCH="--site FOLDER" for another site.
SEARCH =

bench-search:
	@.ci/install-dependencies pages
	@Tests/Pages/bench_search.py $(SEARCH)

# Sixteen pages to look at, wide, narrow, dark and on paper, in .build/screenshots.
screenshots:
	@.ci/install-dependencies pages
	@Tests/Pages/screenshots.py

# The pictures in the manual, anew, with chromium: after a change of the theme.
pictures:
	Tests/Pictures/run.py $(PROGRAM)

# libcmark is the one system package that building the program needs; packing it needs python3 too.
dependencies:
	@.ci/install-dependencies
