/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fetcher.h"
#include "ods.h"
#include "workspace.h"

G_BEGIN_DECLS

/**
 * ACCORD_ODS_SERVICE:
 *
 * Where the NHS Organisation Data Service answers for one organisation, its code following.
 */
#define ACCORD_ODS_SERVICE "https://directory.spineservices.nhs.uk/ORD/2-0-0/organisations"

AccordOdsFile *accord_ods_fetch (AccordFetcher *fetcher, const char *address, GCancellable *cancellable,
                                 GError **error);
AccordOdsFile *accord_ods_fetch_known (AccordWorkspace *workspace, AccordFetcher *fetcher,
                                       const char *service, AccordProgressFunc progress,
                                       gpointer progress_data, GCancellable *cancellable, GError **error);

G_END_DECLS
