BOARDS := rev1 rev3 devkit
$(info config.mk: toolchain gcc, $(words $(BOARDS)) boards)
$(warning config.mk: FLASH_SIZE is not set, 512k is taken)
