/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page-parts.h"

G_BEGIN_DECLS

AccordSpan accord_page_writer_add (GString *text, const char *words);
AccordSpan accord_page_writer_add_labelled (GString *text, const char *label, const char *words);
AccordSpan accord_page_writer_add_markup (GString *text, const char *markup);
void accord_page_writer_extend (AccordSpan *whole, AccordSpan part);

G_END_DECLS
