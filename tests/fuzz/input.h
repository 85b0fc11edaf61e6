/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* What every target is: libFuzzer calls it with bytes that it makes up, the test with those that are kept. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
