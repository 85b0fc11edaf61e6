/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "target.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  target_read (data, size, ACCORD_FORM_HTML);
  return 0;
}
