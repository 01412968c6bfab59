# Two commands on a fresh Debian or Ubuntu machine with Swift: `make demo` and `make test`.

HOLDFAST := .build/release/holdfast
EXAMPLE := examples/northgate-hospital

.PHONY: demo test build plugins setup lint format release clean

## Set up, build, and hold an example hospital to ten commitments.
demo: build
	@# The example has commitments that fail on purpose, so the run ends with exit code 1.
	$(HOLDFAST) check $(EXAMPLE)/pack.yaml --data $(EXAMPLE) --as-of 2025-04-30 || test $$? -eq 1

## Set up, build, and run every test.
test: build
	swift test -c release --disable-testable-imports

build: setup
	swift build -c release --product holdfast

## Plugins in Swift, ready to be named, below .build/plugins.
plugins: build
	Scripts/make-plugins $(HOLDFAST)

## Install what the build needs and this machine lacks.
setup:
	@Scripts/setup

## Check layout, documentation comments and layers.
lint:
	swift format lint --strict --recursive --parallel Sources Tests Package.swift
	Scripts/verify-layers

format:
	swift format --in-place --recursive --parallel Sources Tests Package.swift

## One file to copy to other machines; of the system it needs libyaml-0.so.2, libz.so.1,
## libexpat.so.1 and the C library.
release: setup
	swift build -c release --product holdfast --static-swift-stdlib -Xlinker -s

clean:
	swift package clean
