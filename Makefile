# Short names for the three commands; each says what it installs.
.PHONY: run test accuracy
run:
	./run
test:
	./test
accuracy:
	./.ci/accuracy $(ARGS)
