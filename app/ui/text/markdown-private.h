/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text/markdown.h"

#include <md4c.h>

G_BEGIN_DECLS

/* The words of one block while they come in: Pango markup, closed again whatever happens. */
typedef struct
{
  GString *markup;
  GPtrArray *open;
  guint depth;
  gboolean has_link;
} AccordInline;

void accord_inline_begin (AccordInline *self);
char *accord_inline_end (AccordInline *self);
void accord_inline_clear (AccordInline *self);
void accord_inline_enter (AccordInline *self, MD_SPANTYPE type, void *detail);
void accord_inline_leave (AccordInline *self, MD_SPANTYPE type);
void accord_inline_text (AccordInline *self, MD_TEXTTYPE type, const char *text, gsize size);

G_END_DECLS
