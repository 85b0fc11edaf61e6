/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordSpan:
 * @top: where something begins, from the top of all
 * @bottom: where it ends
 *
 * Something that reads badly when it is cut in two.
 */
typedef struct
{
  double top;
  double bottom;
} AccordSpan;

GArray *accord_page_breaks (const AccordSpan *spans, guint n_spans, double height, double page);

G_END_DECLS
