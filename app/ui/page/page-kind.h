/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordPageKind:
 * @kind: the name of the kind
 * @depends: (nullable) (array zero-terminated=1): kinds whose changes concern such a page although they do
 *   not refer to its record themselves
 * @groups: (nullable) (array zero-terminated=1): the ways to refer to the record, by
 *   accord_related_group_dup_key(), that the cards show themselves, so that no other card does
 * @width: how wide the page grows, in pixels, or 0 for the width of most
 * @alone: whether it takes the room of the list too, for what it shows goes across
 * @read: reads what the cards show, on a reading thread
 * @free: frees what @read returned
 * @dup_figures: (nullable): the figures that the page begins with (element-type AccordFormFigure), in place
 *   of those that any record has; @data is %NULL until it has been read
 * @make: makes the widget with the cards, once for each page
 * @show: shows what is known in that widget; for the same record as before it changes only what differs, so
 *   that an edit, the focus and the scroll stay
 *
 * What the page of one kind shows between its key figures and its details, beyond what every page shows. A
 * card opens records and lists by accord_go_to_record() and accord_go_to_list().
 */
typedef struct
{
  const char *kind;
  const char *const *depends;
  const char *const *groups;
  int width;
  gboolean alone;
  gpointer (*read) (AccordReader *reader, gint64 id, GError **error);
  GDestroyNotify free;
  GPtrArray *(*dup_figures) (AccordRecord *record, gconstpointer data, const char *today);
  GtkWidget *(*make) (AccordWorkspace *workspace);
  void (*show) (GtkWidget *cards, AccordRecord *record, gconstpointer data, const char *today);
} AccordPageKind;

const AccordPageKind *accord_page_kind_find (const char *kind);
gboolean accord_page_kind_depends_on (const AccordPageKind *self, const char *kind);
gboolean accord_page_kind_has_group (const AccordPageKind *self, const char *key);

G_END_DECLS
