stage2: stage1
	@cp stage1 stage2
-include local-error-overrides.mk
