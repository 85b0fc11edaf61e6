/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include "record.h"

G_BEGIN_DECLS

/**
 * AccordPageFunc:
 * @data: the data given to accord_table_print_begin()
 *
 * Begins a page.
 *
 * Returns: (transfer none): what to draw it with, in points from its top left
 */
typedef cairo_t *(*AccordPageFunc) (gpointer data);

/**
 * AccordTablePrint:
 *
 * Lays a list out on paper: a title, headings on each page, a row a record whose words wrap, the page's
 * number, and what the sums come to at the end. Rows come one by one, so that a long list takes no memory.
 */
typedef struct _AccordTablePrint AccordTablePrint;

AccordTablePrint *accord_table_print_new (const AccordKind *kind, const guint *fields, guint n_fields,
                                          const char *title, const char *subtitle);
void accord_table_print_free (AccordTablePrint *self);
void accord_table_print_begin (AccordTablePrint *self, double width, double height, AccordPageFunc func,
                               gpointer data);
void accord_table_print_add (AccordTablePrint *self, AccordRecord *record);
guint accord_table_print_finish (AccordTablePrint *self);
gboolean accord_table_print_wants_landscape (const AccordKind *kind, const guint *fields, guint n_fields);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordTablePrint, accord_table_print_free)

G_END_DECLS
