/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "manifest.h"
#include "status.h"
#include "trust.h"

G_BEGIN_DECLS

char *accord_pack_dup_line (const AccordPackManifest *manifest);
char *accord_pack_dup_due (const char *due, const char *today);
char *accord_pack_dup_moment (const char *iso);
char *accord_pack_dup_total (const AccordPackManifest *manifest, guint *n_documents);
char *accord_pack_dup_compare (AccordTrust trust, const char *name);
const AccordStatus *accord_pack_trust_status (AccordTrust trust, const char **words);
gboolean accord_pack_is_name (const char *name);
gboolean accord_pack_is_file (const char *path);

G_END_DECLS
