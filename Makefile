# Only names for the scripts: a fresh machine may not have make.
NAMES := demo test test-full check bench soak format
.PHONY: $(NAMES)
$(NAMES):
	@scripts/$@
