# SPDX-License-Identifier: GPL-3.0-or-later
#
#   make            build ./benchpipe
#   make demo       install what is missing, build, make a report of sample-data
#   make check      install what the tests need, build, run every test
#   make help       every target
#
# A .c directly in a stage folder is a program, the folders below hold its
# parts: adding a program, a part, a format or a test needs no line here.

PREFIX ?= /usr/local
BUILD ?= build$(if $(SANITIZE),-sanitize)

ifeq ($(origin CC),default)
CC := gcc
endif
# With -O3 stats takes 7 % less time than with -O2, the others no more. What sanitizers insert makes gcc 12 warn of what is not there, at -O3.
CFLAGS ?= $(if $(SANITIZE),-O2,-O3) -g
STANDARD := -std=c11 -D_GNU_SOURCE
WARNINGS := -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes
SANITIZERS := $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-sanitize-recover=all)
ALL_CFLAGS = $(STANDARD) $(WARNINGS) $(if $(WERROR),-Werror) $(SANITIZERS) -I. -I$(BUILD) $(CFLAGS)

STAGES := ingest stats render run
PROGRAMS := $(foreach stage,$(STAGES),$(wildcard $(stage)/*.c))
VERBS := $(PROGRAMS:%.c=%)
CORE_OBJECTS := $(patsubst %.c,$(BUILD)/%.o,$(wildcard core/*.c core/*/*.c))
parts = $(patsubst %.c,$(BUILD)/%.o,$(wildcard $(1)/*/*.c $(1)/*/*/*.c))

# What each stage needs beside core, which needs cJSON, zlib and liblzma.
CORE_LIBS := -lcjson -lz -llzma -lm
ingest_LIBS := -lcsv
stats_LIBS := -lRmath
render_LIBS := -lmd -lcsv -lxlsxwriter

DEPS_BUILD := gcc make libc6-dev libcjson-dev libcsv-dev libmd-dev zlib1g-dev liblzma-dev r-mathlib libxlsxwriter-dev gnuplot-nox
DEPS_TEST := clang clang-format libclang-rt-14-dev cmark-gfm libcmocka-dev shellcheck groff-base mandoc valgrind jq perl git procps iproute2 busybox-static unzip wget
DEPS_BENCH := datamash miller mawk gawk sqlite3 jq jc ministat python3 python3-xlsxwriter r-base-core unzip
DEPS_DOCKER := docker.io runsc fio iperf wget curl busybox-static iproute2 iptables procps jq

MANUAL := $(BUILD)/man/benchpipe.1 $(foreach verb,$(VERBS),$(BUILD)/man/benchpipe-$(notdir $(verb)).1)

.PHONY: all
all: $(BUILD)/bin/benchpipe $(foreach verb,$(VERBS),$(BUILD)/libexec/benchpipe/$(notdir $(verb))) $(MANUAL) \
	$(if $(filter build,$(BUILD)),benchpipe)

# So that ./benchpipe works from here without installing.
benchpipe: | build/bin/benchpipe
	ln -sf build/bin/benchpipe $@

# Objects made with other flags, or by another compiler, are made again.
COMMAND_LINE := $(CC) $(ALL_CFLAGS) $(LDFLAGS)
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(COMMAND_LINE)' | cmp -s - $@ || echo '$(COMMAND_LINE)' >$@
.PHONY: FORCE

# Libraries take as long to load as a program to start: each has those it uses, and the front door, which runs before every verb, none.
$(BUILD)/bin/benchpipe: $(BUILD)/benchpipe.o $(BUILD)/core.a
	@mkdir -p $(@D)
	$(CC) $(if $(SANITIZERS),$(SANITIZERS),-static) $(LDFLAGS) -o $@ $^

# Core, and a stage's parts, are archives: a program has only those it uses, and only the libraries that these need.
$(BUILD)/core.a: $(CORE_OBJECTS)
	rm -f $@ && ar rcs $@ $^
define STAGE_RULE
$(BUILD)/$(1).a: $(call parts,$(1))
	@mkdir -p $$(@D)
	rm -f $$@ && ar rcs $$@ $$^
endef
$(foreach stage,$(STAGES),$(eval $(call STAGE_RULE,$(stage))))

define PROGRAM_RULE
$(BUILD)/libexec/benchpipe/$(notdir $(1)): $(BUILD)/$(1).o \
		$(BUILD)/$(patsubst %/,%,$(dir $(1))).a $(BUILD)/core.a
	@mkdir -p $$(@D)
	$$(CC) $$(SANITIZERS) $$(LDFLAGS) -Wl,--as-needed -o $$@ $$^ \
		$$($(patsubst %/,%,$(dir $(1)))_LIBS) $$(CORE_LIBS)
endef
$(foreach verb,$(VERBS),$(eval $(call PROGRAM_RULE,$(verb))))

$(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# The manual is printed by the programs, from the tables that --help is printed from.
$(BUILD)/man/benchpipe.1: $(BUILD)/bin/benchpipe
	@mkdir -p $(@D)
	$< help --man >$@.new && mv $@.new $@
$(BUILD)/man/benchpipe-%.1: $(BUILD)/libexec/benchpipe/%
	@mkdir -p $(@D)
	$< --man >$@.new && mv $@.new $@

# Templates become part of the programs, as C strings.
TEMPLATES := $(sort $(shell find templates -type f))
$(BUILD)/templates/all.inc: $(TEMPLATES) templates
	@mkdir -p $(@D)
	for file in $(TEMPLATES); do \
		echo "{ \"$${file#templates/}\","; \
		sed 's/[\\"?]/\\&/g; s/.*/"&\\n"/' $$file; \
		echo "},"; \
	done >$@.new
	mv $@.new $@
$(BUILD)/core/templates.o: $(BUILD)/templates/all.inc

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)

# A unit test is a .c in tests/unit; it may use all of core and all parts of the stages.
UNIT_TESTS := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/unit/*.c))
UNIT_OBJECTS := $(CORE_OBJECTS) $(foreach stage,$(STAGES),$(call parts,$(stage)))

$(UNIT_TESTS): %: %.o $(UNIT_OBJECTS)
	$(CC) $(SANITIZERS) $(LDFLAGS) -o $@ $^ -lcmocka $(foreach stage,$(STAGES),$($(stage)_LIBS)) $(CORE_LIBS)

.PHONY: unit-tests
unit-tests: $(UNIT_TESTS)

# A fuzz target is a .c in tests/fuzz, for libFuzzer: make fuzz, in a folder of its own.
FUZZ_TARGETS := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/fuzz/*.c))
$(FUZZ_TARGETS): %: %.o $(UNIT_OBJECTS)
	$(CC) -fsanitize=fuzzer $(SANITIZERS) -o $@ $^ $(foreach stage,$(STAGES),$($(stage)_LIBS)) $(CORE_LIBS)

# AFL++ builds the same source: make fuzz-afl, then
#	afl-fuzz -i SEEDS -o FOUND -- build-fuzz-afl/tests/fuzz/ingest
.PHONY: fuzz fuzz-afl fuzz-targets
fuzz:
	$(MAKE) fuzz-targets CC=clang BUILD=build-fuzz SANITIZE=address,undefined \
		CFLAGS="-O1 -g -fsanitize=fuzzer-no-link"
fuzz-afl:
	$(MAKE) fuzz-targets CC=afl-clang-fast BUILD=build-fuzz-afl SANITIZE=address,undefined \
		CFLAGS="-O1 -g"
fuzz-targets: $(FUZZ_TARGETS)

.PHONY: demo
demo: deps-build
	@$(MAKE) --no-print-directory -s -j$$(nproc) all
	./benchpipe report sample-data/captured -o report
	@echo
	@echo "The report: report/index.html (open it in a browser), report/report.md, report/report.xlsx; its records: report/analysis.jsonl."

.PHONY: check
check: deps
	@tests/run

# A real experiment on Host, Docker and gVisor, in namespaces of its own; as root.
.PHONY: check-docker
check-docker: deps-build deps-docker
	@$(MAKE) --no-print-directory -s -j$$(nproc) all
	@tests/docker/run

# Simulates verdicts and rankings at full size, and writes docs/VALIDATION.md.
.PHONY: validate
validate:
	@BUILD=$(BUILD) tests/validation/run
	@BUILD=$(BUILD) tests/validation/run --document

# What the benchmarks compare with is a .c in tests/bench.
BENCH_TOOLS := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/bench/*.c))
$(BENCH_TOOLS): %: %.o
	$(CC) $(SANITIZERS) $(LDFLAGS) -Wl,--as-needed -o $@ $^ \
		$(foreach stage,$(STAGES),$($(stage)_LIBS)) $(CORE_LIBS)
$(BUILD)/tests/bench/csv: $(BUILD)/ingest.a $(CORE_OBJECTS)
$(BUILD)/tests/bench/records: $(CORE_OBJECTS)

# QUICK=1 takes two minutes and prints; otherwise docs/PERFORMANCE.md is written.
.PHONY: bench bench-tools
bench-tools: $(BENCH_TOOLS)
bench: all bench-tools
	@BUILD=$(BUILD) QUICK=$(QUICK) tests/bench/run $(if $(QUICK),,--document)

# Installs by name what is missing, and nothing else.
.PHONY: deps deps-build deps-bench deps-docker
deps:
	@tests/install-packages $(DEPS_BUILD) $(DEPS_TEST)
deps-build:
	@tests/install-packages $(DEPS_BUILD)
deps-bench:
	@tests/install-packages $(DEPS_BENCH)
deps-docker:
	@tests/docker/install $(DEPS_DOCKER)

.PHONY: install
install: all
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/libexec/benchpipe"
	install $(BUILD)/bin/benchpipe "$(DESTDIR)$(PREFIX)/bin/"
	install $(foreach verb,$(VERBS),$(BUILD)/libexec/benchpipe/$(notdir $(verb))) \
		"$(DESTDIR)$(PREFIX)/libexec/benchpipe/"
	install -d "$(DESTDIR)$(PREFIX)/share/man/man1"
	install -m 644 $(MANUAL) "$(DESTDIR)$(PREFIX)/share/man/man1/"

.PHONY: format
format:
	git ls-files '*.c' '*.h' | xargs clang-format -i

.PHONY: lint
lint:
	@tests/lint

.PHONY: clean
clean:
	rm -rf build build-clang build-sanitize build-fuzz build-fuzz-afl report benchpipe

.PHONY: help
help:
	@sed -n 's/^#   //p' Makefile
	@echo 'make check-docker  run a short experiment on Host, Docker and gVisor, as root'
	@echo 'make bench      compare our speed with other tools, write docs/PERFORMANCE.md; QUICK=1 is short, and writes nothing'
	@echo 'make validate   simulate verdicts and rankings, write docs/VALIDATION.md'
	@echo 'make install    into $$(DESTDIR)$$(PREFIX), by default $(PREFIX)'
	@echo 'make format     clang-format over everything; make lint checks it and more'
	@echo 'make deps       install what building and testing need'
	@echo 'make clean      remove what was built'
	@echo 'SANITIZE=address,undefined builds in a folder of its own; CC=clang, WERROR=1 work'
