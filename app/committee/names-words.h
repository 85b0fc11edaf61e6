/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * AccordWord: a word of a text. @start and @end are its bytes; @sign is the same for every way of writing it;
 * @capital is whether it begins with a capital letter; @apart is whether more than white space, a comma or a
 * dash stands before it, so that a name does not go on across.
 */
typedef struct
{
  guint start;
  guint end;
  guint64 sign;
  gboolean capital;
  gboolean apart;
} AccordWord;

GArray *accord_names_split (const char *text);

G_END_DECLS
