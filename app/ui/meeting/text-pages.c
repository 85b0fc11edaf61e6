/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/record-pages.h"

#include "form/page-parts.h"
#include "meeting/text-panel.h"

#include <glib/gi18n-lib.h>

/* The pages whose question is what a text says, and what was made of it. */

#define WIDTH 1320

static gpointer
read_kind (AccordReader *reader, const char *name, gint64 id, GError **error)
{
  return accord_text_read (reader, accord_schema_find_kind (accord_reader_get_schema (reader), name), id,
                           error);
}

static gpointer
read_item (AccordReader *reader, gint64 id, GError **error)
{
  return read_kind (reader, "item", id, error);
}

static gpointer
read_resolution (AccordReader *reader, gint64 id, GError **error)
{
  return read_kind (reader, "resolution", id, error);
}

static gpointer
read_source (AccordReader *reader, gint64 id, GError **error)
{
  return read_kind (reader, "source", id, error);
}

static void
free_text (gpointer data)
{
  accord_text_unref (data);
}

static void
show_own_text (GtkWidget *cards, AccordRecord *record, gconstpointer data, const char *today)
{
  accord_text_panel_show (ACCORD_TEXT_PANEL (cards), (AccordText *) data, NULL, record, today);
}

/* The text is that of an item or a document; what is looked for in it is the decision. */
static void
show_decision (GtkWidget *cards, AccordRecord *record, gconstpointer data, const char *today)
{
  AccordText *text = (AccordText *) data;
  gint64 id = accord_record_get_id (record);
  gint64 *before = g_object_get_data (G_OBJECT (cards), "accord-decision");

  accord_text_panel_show (ACCORD_TEXT_PANEL (cards), text, _ ("What was decided, and what follows from it"),
                          NULL, today);
  if (before != NULL && *before == id)
    return;
  g_object_set_data_full (G_OBJECT (cards), "accord-decision", g_memdup2 (&id, sizeof id), g_free);
  accord_text_panel_choose_record (ACCORD_TEXT_PANEL (cards), record);
}

static const char *const depends[] = { "item",      "meeting",  "resolution", "endorsement", "caveat",
                                       "action",    "question", "option",     "finding",     "claim",
                                       "milestone", "source",   NULL };
static const char *const item_groups[] = { "resolution/item", "action/item",  "question/item",
                                           "option/item",     "finding/item", NULL };
static const char *const resolution_groups[] = { "endorsement/resolution", "caveat/resolution", NULL };
static const char *const source_groups[] = {
  "organisation/source", "membership/source", "body/source",       "post/source",        "fund/source",
  "allocation/source",   "programme/source",  "workstream/source", "milestone/source",   "transfer/source",
  "case/source",         "option/source",     "caveat/source",     "endorsement/source", "meeting/source",
  "item/source",         "resolution/source", "action/source",     "question/source",    "finding/source",
  "benefit/source",      "risk/source",       "engagement/source", "claim/source",       NULL
};

const AccordPageKind accord_item_page_kind = {
  .kind = "item",
  .depends = depends,
  .groups = item_groups,
  .width = WIDTH,
  .read = read_item,
  .free = free_text,
  .make = accord_text_panel_new,
  .show = show_own_text,
};

const AccordPageKind accord_resolution_page_kind = {
  .kind = "resolution",
  .depends = depends,
  .groups = resolution_groups,
  .width = WIDTH,
  .read = read_resolution,
  .free = free_text,
  .make = accord_text_panel_new,
  .show = show_decision,
};

const AccordPageKind accord_source_page_kind = {
  .kind = "source",
  .depends = depends,
  .groups = source_groups,
  .width = WIDTH,
  .read = read_source,
  .free = free_text,
  .make = accord_text_panel_new,
  .show = show_own_text,
};
