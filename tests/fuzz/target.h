/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "input.h"
#include "page.h"

void target_read (const uint8_t *data, size_t size, AccordPageForm form);
