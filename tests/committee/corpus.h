/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read.h"

G_BEGIN_DECLS

GBytes *corpus_load (const char *path);
AccordCommitteePage *corpus_read (const char *path, const char *address, GError **error);
AccordCommitteePage *corpus_read_text (const char *text, gssize length, GError **error);
void corpus_assert_span (AccordCommitteePage *page, AccordSpan span, const char *expected);

G_END_DECLS
