/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

/*
 * AccordListPages: asks for records by their identifiers, some tens at a time, a few askings at once.
 */
typedef struct _AccordListPages AccordListPages;

/* A page takes as many, and its statement has this many parameters. */
#define ACCORD_LIST_PAGE 64

/**
 * AccordPageFunc:
 * @ids: (array length=n_ids): what was asked for
 * @n_ids: how many
 * @records: (nullable) (element-type AccordRecord): those of them that there are; %NULL when reading failed
 * @moment: number of the last change that their reader saw
 * @error: why it failed
 * @user_data: the data given with the function
 */
typedef void (*AccordPageFunc) (const gint64 *ids, guint n_ids, GPtrArray *records, gint64 moment,
                                const GError *error, gpointer user_data);

AccordListPages *accord_list_pages_new (AccordWorkspace *workspace, const AccordKind *kind,
                                        AccordPageFunc func, gpointer user_data);
void accord_list_pages_free (AccordListPages *self);
gboolean accord_list_pages_is_busy (AccordListPages *self);
gboolean accord_list_pages_is_asked (AccordListPages *self, gint64 id);
void accord_list_pages_ask (AccordListPages *self, const gint64 *ids, guint n_ids);

G_END_DECLS
