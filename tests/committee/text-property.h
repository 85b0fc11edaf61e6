/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read.h"

AccordCommitteePage *text_read (const char *text, const char *address);
void text_check (AccordCommitteePage *page);
