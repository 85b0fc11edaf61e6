/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-reading.h"

G_BEGIN_DECLS

gboolean accord_text_words_end_sentence (const AccordTextReading *reading, AccordSpan span);
gboolean accord_text_words_may_be_title (const AccordTextReading *reading, guint line);
gboolean accord_text_words_open_agenda (const char *words);
gboolean accord_text_words_are_minutes (const AccordTextReading *reading, guint line);
gboolean accord_text_words_are_agenda (const AccordTextReading *reading, guint line);
gboolean accord_text_words_are_usual_title (const char *words);
gboolean accord_text_words_are_cut (const AccordTextReading *reading, AccordSpan span);
char *accord_text_words_dup_contact (const AccordTextReading *reading, AccordSpan span);

G_END_DECLS
