#!/bin/sh
# remake.sh [FOLDER] - make every reference file anew with R, from the captured logs in FOLDER
# SPDX-License-Identifier: GPL-3.0-or-later

set -e
here=$(cd "$(dirname "$0")" && pwd)
folder=$(cd "${1:-$here/../../sample-data/captured}" && pwd)
cd "$here"
LC_ALL=C
export LC_ALL

sh extract.sh "$folder" >captured-samples.tsv
for script in summary verdict ranking; do
	Rscript --vanilla $script.R captured-samples.tsv >captured-$script.tsv
done
Rscript --vanilla structure.R >structure.tsv
Rscript --vanilla series.R >series.tsv
Rscript --vanilla difference.R >difference.tsv
Rscript --vanilla nist.R
Rscript --vanilla twenty.R
Rscript --vanilla moderation.R
Rscript --vanilla letters.R >letters.tsv
